import { expect, test } from "vitest";
import { parsePassword } from "./parse-password.ts";

const EMAIL = "ada.lovelace@example.org";

test.each([
  ["1234567", "at least 8 characters; this password has 7"],
  ["x".repeat(257), "at most 256 characters; this password has 257"],
  ["Ada.Lovelace@example.org", "something else than your email address"],
  ["aaaaaaaaaaaa", "more than one character"],
  ["password1", "among the first that are guessed"],
  ["12345678", "among the first that are guessed"],
])("%s is refused with what to change", (password, words) => {
  expect(() => parsePassword(password, EMAIL)).toThrow(words);
});

test.each(["correct horse", "🔑🔒🗝️🚪🏠🏡🏰🏯", " leading and trailing ", "ab".repeat(128)])(
  "%j is taken as it is",
  (password) => {
    expect(parsePassword(password, EMAIL)).toBe(password);
  },
);

test("an astral character counts once", () => {
  expect(() => parsePassword("🔑🔒🚪🏠", EMAIL)).toThrow("this password has 4");
});
