import { describe, expect, test } from "vitest";
import type { PasswordHasher } from "./password-hasher.ts";

/** What every password hasher does. `create` makes one with today's parameters, `createOlder` one with others. */
export function describePasswordHasher(create: () => PasswordHasher, createOlder: () => PasswordHasher): void {
  describe("a password hasher", () => {
    test("knows the password that made a hash, and no other", async () => {
      const hasher = create();
      const hash = await hasher.hash("correct horse battery");
      expect(await hasher.verify(hash, "correct horse battery")).toBe(true);
      expect(await hasher.verify(hash, "correct horse Battery")).toBe(false);
      expect(await hasher.verify(hash, "")).toBe(false);
    });

    test("gives the same password another hash each time", async () => {
      const hasher = create();
      expect(await hasher.hash("correct horse battery")).not.toBe(await hasher.hash("correct horse battery"));
    });

    test("takes an accented letter for the same however it is composed", async () => {
      const hasher = create();
      expect(await hasher.verify(await hasher.hash("crème brûlée"), "crème brûlée".normalize("NFD"))).toBe(true);
    });

    test("counts every character of a long password", async () => {
      const hasher = create();
      const hash = await hasher.hash(`${"x".repeat(255)}a`);
      expect(await hasher.verify(hash, `${"x".repeat(255)}b`)).toBe(false);
    });

    test("says no where there is no hash, also to the decoy's own password", async () => {
      const hasher = create();
      expect(await hasher.verify(null, "correct horse battery")).toBe(false);
      expect(await hasher.verify(null, "nobody's password")).toBe(false);
    });

    test("tells hashes with other parameters, and still knows their passwords", async () => {
      const [hasher, older] = [create(), createOlder()];
      const hash = await older.hash("correct horse battery");
      expect(hasher.isOutdated(hash)).toBe(true);
      expect(hasher.isOutdated(await hasher.hash("correct horse battery"))).toBe(false);
      expect(await hasher.verify(hash, "correct horse battery")).toBe(true);
    });
  });
}
