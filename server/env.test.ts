import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { readEnv, readLauncherEnv } from "./env.ts";

const KEY = Buffer.alloc(32, 7).toString("base64");

function faultsOf(variables: Record<string, string>): string[] {
  try {
    readLauncherEnv(variables);
    return [];
  } catch (error) {
    return (
      String(error)
        .match(/^ {2}\w+(?=:)/gm)
        ?.map((name) => name.trim()) ?? []
    );
  }
}

test("every variable that is not right is named at once, and none is repeated", () => {
  const bad = { PORT: "http", PUBLIC_URL: "localhost:3000", AUTH_SECRET: "short", LOG_LEVEL: "loud" };
  expect(faultsOf(bad).toSorted()).toEqual(["AUTH_SECRET", "LOG_LEVEL", "PORT", "PUBLIC_URL"]);
  expect(() => readEnv(bad)).not.toThrow("localhost:3000");
});

test.each([
  ["an address without its scheme", { PUBLIC_URL: "chat.example.org:443" }],
  ["an address that is none of the web", { PUBLIC_URL: "ftp://chat.example.org" }],
  ["an issuer without its scheme", { AUTH0_ISSUER: "tenant.auth0.com:443", OIDC_ISSUER: "id.example.org:443" }],
  ["an origin without its scheme", { ALLOWED_ORIGINS: "https://one.example.org, two.example.org" }],
  ["a Redis without its scheme", { REDIS_URL: "localhost:6379" }],
  ["a private network that is none", { PRIVATE_ADDRESSES: "10.0.0.0/8, intranet" }],
  ["two keys of one id", { ENCRYPTION_KEYS: `k1:${KEY},k1:${KEY}` }],
  ["a key that is none", { TOKEN_PRIVATE_KEY: "-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----" }],
  ["a key that is too short", { TOKEN_PRIVATE_KEY: makeRsaKey(1024) }],
])("%s is refused before anything starts", (_what, variables) => {
  expect(faultsOf(variables)).toEqual(Object.keys(variables));
});

test("what is right is taken", () => {
  expect(
    faultsOf({
      PUBLIC_URL: "https://chat.example.org",
      ALLOWED_ORIGINS: "https://one.example.org, http://localhost:4000",
      ENCRYPTION_KEYS: `k2:${KEY},k1:${KEY}`,
      TOKEN_PRIVATE_KEY: makeRsaKey(2048),
      REDIS_URL: "redis-cluster://:secret@one:7000,two:7000",
      PRIVATE_ADDRESSES: "127.0.0.1, fd12::/16",
    }),
  ).toEqual([]);
});

function makeRsaKey(modulusLength: number): string {
  const publicKeyEncoding = { type: "spki", format: "pem" } as const;
  const privateKeyEncoding = { type: "pkcs8", format: "pem" } as const;
  return generateKeyPairSync("rsa", { modulusLength, publicKeyEncoding, privateKeyEncoding }).privateKey;
}
