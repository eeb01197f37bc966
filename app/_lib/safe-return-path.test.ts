import { expect, it } from "vitest";
import { safeReturnPath } from "./safe-return-path.ts";

it.each(["/", "/settings/account", "/c/0199?x=1#end"])("leads back to %s", (path) => {
  expect(safeReturnPath(path)).toBe(path);
});

it.each([
  undefined,
  "",
  "settings",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "//[",
  "/%09//evil.example/..//",
  "https://evil.example",
  "javascript:alert(1)",
  ["/a", "/b"],
])("never leads to another site: %s", (asked) => {
  const target = new URL(safeReturnPath(asked), "http://here.example");
  expect(target.origin).toBe("http://here.example");
});
