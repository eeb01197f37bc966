import { expect, test } from "vitest";
import { assertMayConnect, assertMayKeepCatalogue, assertMayManage } from "./policy.ts";

const ADMIN = { role: "admin" } as const;
const USER = { role: "user" } as const;

test("an administrator connects anything for the instance, at any address", () => {
  for (const provider of ["openai", "anthropic", "google", "azure-openai", "vertex", "openai-compatible"] as const) {
    expect(() =>
      assertMayConnect(ADMIN, { scope: "instance", provider, baseUrl: "http://10.0.0.1:8000" }),
    ).not.toThrow();
  }
});

test("nobody else changes the instance", () => {
  expect(() => assertMayManage(USER, "instance")).toThrow("Only an administrator");
  expect(() => assertMayConnect(USER, { scope: "instance", provider: "openai" })).toThrow("Only an administrator");
});

test("a person connects a known provider at its known address", () => {
  expect(() => assertMayConnect(USER, { scope: "personal", provider: "openai" })).not.toThrow();
  expect(() => assertMayConnect(USER, { scope: "personal", provider: "anthropic" })).not.toThrow();
  expect(() => assertMayConnect(USER, { scope: "personal", provider: "google" })).not.toThrow();
});

test.each([ADMIN, USER])("no person's own connection goes to an address of their choice: %o", (actor) => {
  expect(() => assertMayConnect(actor, { scope: "personal", provider: "openai-compatible" })).toThrow("address");
  expect(() => assertMayConnect(actor, { scope: "personal", provider: "azure-openai" })).toThrow("address");
  expect(() => assertMayConnect(actor, { scope: "personal", provider: "vertex" })).toThrow("address");
  expect(() => assertMayConnect(actor, { scope: "personal", provider: "google", region: "global" })).toThrow("address");
  expect(() => assertMayConnect(actor, { scope: "personal", provider: "google", project: "ours" })).toThrow("address");
  expect(() =>
    assertMayConnect(actor, { scope: "personal", provider: "openai", baseUrl: "http://169.254.169.254" }),
  ).toThrow("address");
});

test("the catalogue is kept by administrators alone", () => {
  expect(() => assertMayKeepCatalogue(ADMIN)).not.toThrow();
  expect(() => assertMayKeepCatalogue(USER)).toThrow("Only an administrator");
});
