import { expect, test } from "vitest";
import { findPublicOrigin } from "./find-public-origin.ts";

test.each([
  [{ host: "127.0.0.1:3000" }, "http://127.0.0.1:3000"],
  [
    { host: "127.0.0.1:3100", "x-forwarded-host": "chat.example.org", "x-forwarded-proto": "https" },
    "https://chat.example.org",
  ],
  [{ "x-forwarded-host": "chat.example.org:443", "x-forwarded-proto": "https" }, "https://chat.example.org"],
  [{ host: "no host at all" }, "http://localhost"],
])("%j is at %s", (headers, origin) => {
  expect(findPublicOrigin(new Headers(headers), undefined)).toBe(origin);
});

test("PUBLIC_URL wins over every header, and its path does not matter", () => {
  const headers = new Headers({ "x-forwarded-host": "elsewhere.example" });
  expect(findPublicOrigin(headers, "https://chat.example.org/")).toBe("https://chat.example.org");
});
