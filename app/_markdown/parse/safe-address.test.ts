import { expect, test } from "vitest";
import { isInlineImage, isLinkable, safeAddress } from "./safe-address.ts";

test.each(["https://example.com/", "http://example.com/a?b=c#d", "mailto:a@example.com"])(
  "%s leads there",
  (address) => {
    expect(safeAddress(address)).toBe(address);
    expect(isLinkable(address)).toBe(true);
  },
);

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "\u0001javascript:alert(1)",
  "vbscript:msgbox(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:image/svg+xml;base64,PHN2Zz4=",
  "file:///etc/passwd",
  "blob:https://example.com/x",
  "ftp://example.com",
  "//evil.example",
  "/settings",
  "https://user:secret@example.com",
  "https://example.com@evil.example",
  "https://example.com/\u202Egnp.exe",
  "https://example.com/%E2%80%AEgnp.exe",
  "https://",
])("%s stays dead text", (address) => {
  expect(safeAddress(address)).toBeNull();
});

test("a host in other letters is shown in Punycode, so that it cannot pass for another", () => {
  expect(safeAddress("https://аррӏе.com/")).toBe("https://xn--80ak6aa92e.com/");
});

test("only raster pictures of bounded size are shown inline", () => {
  expect(isInlineImage("data:image/png;base64,iVBORw0KGgo=")).toBe(true);
  expect(isInlineImage("data:image/svg+xml;base64,PHN2Zz4=")).toBe(false);
  expect(isInlineImage("data:image/png,<svg/>")).toBe(false);
  expect(isInlineImage(`data:image/png;base64,${"A".repeat(2_000_001)}`)).toBe(false);
});
