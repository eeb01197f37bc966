import { expect, test } from "vitest";
import { baseUrlSchema } from "./base-url.ts";

test.each([
  ["https://models.example.org/v1", "https://models.example.org/v1"],
  [" https://models.example.org/v1/ ", "https://models.example.org/v1"],
  ["HTTPS://Models.Example.org:443/v1", "https://models.example.org/v1"],
  ["models.example.org", "https://models.example.org"],
  ["models.example.org:8443/v1", "https://models.example.org:8443/v1"],
  ["localhost:11434", "http://localhost:11434"],
  ["127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1"],
  ["[::1]:8000/v1", "http://[::1]:8000/v1"],
  ["gpu-box:8000/v1", "http://gpu-box:8000/v1"],
])("%j is read as %s", (typed, address) => {
  expect(baseUrlSchema.parse(typed)).toBe(address);
});

test.each([
  ["", "Enter an address like"],
  ["https://", "Enter an address like"],
  ["not an address", "Enter an address like"],
  ["ftp://models.example.org", "Enter an address like"],
  ["file:///etc/passwd", "Enter an address like"],
  ["javascript:alert(1)", "Enter an address like"],
  ["https://me:secret@models.example.org", "a key belongs in the field for the key"],
  ["https://me@models.example.org", "a key belongs in the field for the key"],
  ["https://models.example.org/v1?key=secret", 'Leave out what stands behind "?"'],
  ["https://models.example.org/v1#top", 'Leave out what stands behind "?"'],
])("%j is refused with what to do", (typed, why) => {
  const result = baseUrlSchema.safeParse(typed);
  expect(result.error?.issues[0]?.message).toContain(why);
});
