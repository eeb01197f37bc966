import { expect, test } from "vitest";
import { parseEmail } from "./parse-email.ts";

test("an address is trimmed and put into lower case", () => {
  expect(parseEmail(" Ada+Chat@Example.ORG\n")).toBe("ada+chat@example.org");
});

test.each(["", "ada", "ada@", "@example.org", "ada@example", "a da@example.org", `${"a".repeat(250)}@example.org`])(
  "%j is refused with how to write one",
  (text) => {
    expect(() => parseEmail(text)).toThrow("name@example.org");
  },
);
