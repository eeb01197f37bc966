import { randomBytes } from "node:crypto";
import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { createAesSecretBox } from "./aes-secret-box.ts";

const key = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const FIRST = key("first");
const SECOND = key("second");

test("what was sealed opens again, whatever it is", () => {
  const box = createAesSecretBox(FIRST);
  assert(
    property(string({ unit: "grapheme" }), string({ unit: "grapheme" }), (secret, context) => {
      expect(box.open(box.seal(secret, context), context)).toBe(secret);
    }),
  );
});

test("the sealed form shows nothing of the secret and is never the same twice", () => {
  const box = createAesSecretBox(FIRST);
  const [one, other] = [box.seal("sk-secret", "a"), box.seal("sk-secret", "a")];
  expect(one).not.toContain("secret");
  expect(one).not.toBe(other);
  expect(one).toMatch(/^v1\.first\./);
});

test("a secret opens in its own record only", () => {
  const box = createAesSecretBox(FIRST);
  expect(() => box.open(box.seal("sk-secret", "record-a"), "record-b")).toThrow("belongs to another record");
});

test("any key of the ring opens, the first one seals", () => {
  const old = createAesSecretBox(FIRST).seal("sk-secret", "a");
  const rotated = createAesSecretBox(`${SECOND},${FIRST}`);
  expect(rotated.open(old, "a")).toBe("sk-secret");
  expect(rotated.seal("sk-secret", "a")).toMatch(/^v1\.second\./);
});

test("a key that left the ring opens nothing, and the error says so without the secret", () => {
  const old = createAesSecretBox(FIRST).seal("sk-secret", "a");
  expect(() => createAesSecretBox(SECOND).open(old, "a")).toThrow("names a key that ENCRYPTION_KEYS does not have");
});

test("another key under the same id opens nothing", () => {
  const old = createAesSecretBox(FIRST).seal("sk-secret", "a");
  expect(() => createAesSecretBox(key("first")).open(old, "a")).toThrow("A sealed secret");
});

test("an altered text opens nothing, wherever it was altered", () => {
  const box = createAesSecretBox(`${FIRST},${SECOND}`);
  const sealed = box.seal("sk-secret", "a");
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
    // The last character of base64url may carry bits that mean nothing.
    if (
      Buffer.from(altered.split(".").at(-1) ?? "", "base64url").equals(
        Buffer.from(sealed.split(".").at(-1) ?? "", "base64url"),
      ) &&
      at === sealed.length - 1
    )
      continue;
    expect(() => box.open(altered, "a"), `character ${at}`).toThrow();
  }
});

test.each(["", "v1", "v1.first", "v1.first.AAAA.AAAA", "v2.first.AAAA.AAAA", "v1.first.AAAA.AAAA.AAAA", "plain text"])(
  "%j is refused",
  (text) => {
    expect(() => createAesSecretBox(FIRST).open(text, "a")).toThrow("A sealed secret");
  },
);

test.each([
  ["", "each entry is id:base64"],
  ["first", "each entry is id:base64"],
  [`first:${randomBytes(16).toString("base64")}`, "of 32 bytes"],
  [`${FIRST},${key("first")}`, "the id first stands there twice"],
])("a wrong key ring is refused at the start", (keyRing, why) => {
  expect(() => createAesSecretBox(keyRing)).toThrow(why);
});
