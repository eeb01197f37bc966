import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { AppError } from "#server/errors.ts";
import type { Clock } from "#server/ports/clock.ts";
import type { PublicKeySet, TokenSigner } from "#server/ports/token-signer.ts";

const ALGORITHM = "RS256";
const ISSUER = "polylogue";
/** NIST SP 800-131A: shorter RSA keys must not sign any more. */
const KEY_BITS_MIN = 2048;

const publicKeySchema = z.object({ kty: z.literal("RSA"), n: z.string(), e: z.string() });
const payloadSchema = z.object({ sub: z.uuid(), sid: z.uuid(), jti: z.uuid(), exp: z.int() });

/** Signs with the RSA key of `privateKeyPem` (PKCS#8). Throws at once where it is no RSA key of 2048 bits or more. */
export function createRsaTokenSigner(privateKeyPem: string, clock: Clock): TokenSigner {
  const privateKey = parsePrivateKey(privateKeyPem);
  const publicKey = createPublicKey(privateKey);
  const keyId = findKeyId(publicKey);
  return {
    async sign({ userId, sessionId, tokenId }, audience, lifetimeMs) {
      const issuedAt = Math.floor(clock.now().getTime() / 1000);
      return new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: ALGORITHM, kid: await keyId, typ: "JWT" })
        .setIssuer(ISSUER)
        .setAudience(audience)
        .setSubject(userId)
        .setJti(tokenId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + Math.ceil(lifetimeMs / 1000))
        .sign(privateKey);
    },
    async verify(token, audience) {
      const options = { algorithms: [ALGORITHM], audience, issuer: ISSUER, typ: "JWT", currentDate: clock.now() };
      const { sub, sid, jti, exp } = await jwtVerify(token, publicKey, options)
        .then(({ payload }) => payloadSchema.parse(payload))
        .catch(refuse);
      return { userId: sub, sessionId: sid, tokenId: jti, expiresAt: new Date(exp * 1000) };
    },
    async publicKeys(): Promise<PublicKeySet> {
      const { kty, n, e } = publicKeySchema.parse(await exportJWK(publicKey));
      return { keys: [{ kty, n, e, kid: await keyId, alg: ALGORITHM, use: "sig" }] };
    },
  };
}

function parsePrivateKey(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== "rsa" || bits < KEY_BITS_MIN) {
    throw new Error(`TOKEN_PRIVATE_KEY must be an RSA key of ${KEY_BITS_MIN} bits or more, in PKCS#8 PEM.`);
  }
  return key;
}

async function findKeyId(key: KeyObject): Promise<string> {
  return calculateJwkThumbprint(await exportJWK(key), "sha256");
}

function refuse(cause: unknown): never {
  throw new AppError("unauthenticated", { message: "a token was refused", cause });
}
