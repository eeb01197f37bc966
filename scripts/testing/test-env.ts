import { generateKeyPairSync, randomBytes } from "node:crypto";
import { readEnv, type Env } from "#server/env.ts";

const tokenPrivateKey = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
}).privateKey;

/** An environment as the launcher would make it, with secrets of its own, for the database at `databaseUrl`. */
export function createTestEnv(databaseUrl: string, variables: Record<string, string> = {}): Env {
  return readEnv({
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: randomBytes(32).toString("hex"),
    ENCRYPTION_KEYS: `test:${randomBytes(32).toString("base64")}`,
    TOKEN_PRIVATE_KEY: tokenPrivateKey,
    LOG_LEVEL: "silent",
    ...variables,
  });
}
