import { expect, test } from "vitest";
import { isAllowedOrigin } from "./is-allowed-origin.ts";

const none = { ALLOWED_ORIGINS: [], PUBLIC_URL: undefined };

test.each([
  ["http://localhost:3000", "localhost:3000", true],
  ["https://chat.example.org", "chat.example.org", true],
  ["https://chat.example.org", "CHAT.example.org", true],
  ["https://chat.example.org", "chat.example.org:8443", false],
  ["https://chat.example.org.evil.example", "chat.example.org", false],
  ["https://evil.example/chat.example.org", "chat.example.org", false],
  ["chat.example.org", "chat.example.org", false],
  ["file://chat.example.org", "chat.example.org", false],
])("a page of %s where %s was asked for: %s", (origin, host, isAllowed) => {
  expect(isAllowedOrigin({ origin, host: "127.0.0.1:3200", "x-forwarded-host": host }, none)).toBe(isAllowed);
});

test("a handshake without an origin is no browser's", () => {
  expect(isAllowedOrigin({ host: "localhost" }, none)).toBe(false);
});

test("the public address and the listed origins count whole, their paths do not", () => {
  const allowed = { ALLOWED_ORIGINS: ["https://embed.example.org"], PUBLIC_URL: "https://chat.example.org/base" };
  expect(isAllowedOrigin({ origin: "https://embed.example.org" }, allowed)).toBe(true);
  expect(isAllowedOrigin({ origin: "https://chat.example.org" }, allowed)).toBe(true);
  expect(isAllowedOrigin({ origin: "http://embed.example.org" }, allowed)).toBe(false);
});
