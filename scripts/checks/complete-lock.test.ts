import { expect, test } from "vitest";
import { completeLock } from "./complete-lock.ts";

function lockWith(packages: Record<string, unknown>): string {
  return `${JSON.stringify({ name: "x", lockfileVersion: 3, packages }, null, 2)}\n`;
}

test("a platform's package that the lock leaves out is named, with the platform that its name says", () => {
  const names = ["@next/swc-darwin-arm64", "@next/swc-linux-x64-musl", "@next/swc-linux-x64-gnu"];
  const optionalDependencies = Object.fromEntries(names.map((name) => [name, "16.4.6"]));
  const present = { version: "16.4.6", optional: true };
  const text = lockWith({
    "": {},
    "node_modules/next": { version: "16.4.6", optionalDependencies },
    "node_modules/@next/swc-linux-x64-gnu": present,
  });
  expect(JSON.parse(completeLock(text)).packages).toEqual({
    "": {},
    "node_modules/@next/swc-darwin-arm64": { version: "16.4.6", cpu: ["arm64"], optional: true, os: ["darwin"] },
    "node_modules/@next/swc-linux-x64-gnu": present,
    "node_modules/@next/swc-linux-x64-musl": {
      version: "16.4.6",
      cpu: ["x64"],
      libc: ["musl"],
      optional: true,
      os: ["linux"],
    },
    "node_modules/next": { version: "16.4.6", optionalDependencies },
  });
});

test("a complete lock stays as it is, to the byte", () => {
  const text = lockWith({ "": { optionalDependencies: { "a-linux-x64": "1.0.0" } }, "node_modules/a-linux-x64": {} });
  expect(completeLock(text)).toBe(text);
});

test("an optional package whose name says no platform is an error, not a guess", () => {
  const text = lockWith({ "": { optionalDependencies: { fsevents: "2.0.0" } } });
  expect(() => completeLock(text)).toThrow("fsevents is optional and its name says no platform");
});
