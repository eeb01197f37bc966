import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "#server/errors.ts";
import type { SecretBox } from "#server/ports/secret-box.ts";

const VERSION = "v1";
const KEY_BYTES = 32;
/** The nonce of NIST SP 800-38D, 8.2.2: random, so one key must not seal more than 2^32 secrets. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals with the first key of `keyRing` (`id:base64` of 32 bytes, comma-separated) and opens with
 * any of them, so that a new key can be put in front while old records still open. The sealed form
 * is `v1.<key id>.<nonce>.<ciphertext and tag>`; the whole head is authenticated with the context.
 * Throws at once where the ring holds no key, a key of another length, or an id twice.
 */
export function createAesSecretBox(keyRing: string): SecretBox {
  const keys = parseKeyRing(keyRing);
  const [sealingKeyId = ""] = keys.keys();
  return {
    seal: (secret, context) => seal(requireKey(keys, sealingKeyId), `${VERSION}.${sealingKeyId}`, { secret, context }),
    open(sealed, context) {
      const [version, keyId = "", nonce, content, ...rest] = sealed.split(".");
      if (version !== VERSION || !nonce || !content || rest.length > 0)
        throw broken("is not in the form v1.id.nonce.content");
      return open(requireKey(keys, keyId), `${VERSION}.${keyId}`, { nonce, content, context });
    },
  };
}

function seal(key: Buffer, head: string, given: { secret: string; context: string }): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(`${head}.${given.context}`));
  const content = Buffer.concat([cipher.update(given.secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${head}.${nonce.toString("base64url")}.${content.toString("base64url")}`;
}

function open(key: Buffer, head: string, given: { nonce: string; content: string; context: string }): string {
  const nonce = Buffer.from(given.nonce, "base64url");
  const content = Buffer.from(given.content, "base64url");
  if (nonce.length !== NONCE_BYTES || content.length < TAG_BYTES) throw broken("is too short");
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(`${head}.${given.context}`));
  decipher.setAuthTag(content.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(content.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch (cause) {
    throw broken("was altered, belongs to another record, or was sealed with another key of the same id", cause);
  }
}

function parseKeyRing(keyRing: string): Map<string, Buffer> {
  const keys = new Map<string, Buffer>();
  for (const entry of keyRing.split(",")) {
    const [id = "", base64 = ""] = entry.split(":");
    const key = Buffer.from(base64, "base64");
    if (id === "" || key.length !== KEY_BYTES) throw new Error("ENCRYPTION_KEYS: each entry is id:base64 of 32 bytes.");
    if (keys.has(id)) throw new Error(`ENCRYPTION_KEYS: the id ${id} stands there twice.`);
    keys.set(id, key);
  }
  return keys;
}

function requireKey(keys: Map<string, Buffer>, id: string): Buffer {
  const key = keys.get(id);
  if (!key) throw broken("names a key that ENCRYPTION_KEYS does not have");
  return key;
}

function broken(what: string, cause?: unknown): AppError {
  return new AppError("internal", {
    message: `A sealed secret ${what}.`,
    userMessage: "The stored key of this connection cannot be read any more. Delete the connection and add it again.",
    isRetryable: false,
    cause,
  });
}
