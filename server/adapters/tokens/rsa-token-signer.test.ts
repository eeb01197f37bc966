import { createHash, createPublicKey, generateKeyPairSync } from "node:crypto";
import { createLocalJWKSet, jwtVerify, SignJWT, UnsecuredJWT } from "jose";
import { expect, test } from "vitest";
import { describeTokenSigner } from "#server/ports/token-signer.contract.ts";
import { createRsaTokenSigner } from "./rsa-token-signer.ts";

const CLAIMS = {
  userId: "0192f0c0-0000-7000-8000-000000000001",
  sessionId: "0192f0c0-0000-7000-8000-000000000002",
  tokenId: "0192f0c0-0000-7000-8000-000000000003",
};
const PAYLOAD = { sub: CLAIMS.userId, sid: CLAIMS.sessionId, jti: CLAIMS.tokenId, aud: "socket", iss: "polylogue" };

const clock = { now: () => new Date() };

function makeKeyPem(bits = 2048): string {
  return generateKeyPairSync("rsa", {
    modulusLength: bits,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;
}

describeTokenSigner((now) => createRsaTokenSigner(makeKeyPem(), { now }));

test("publishes the key that checks its tokens, under the key's thumbprint", async () => {
  const signer = createRsaTokenSigner(makeKeyPem(), clock);
  const keySet = await signer.publicKeys();
  const token = await signer.sign(CLAIMS, "api", 60_000);
  const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(keySet), { audience: "api" });
  const [key] = keySet.keys;
  const thumbprint = createHash("sha256")
    .update(JSON.stringify({ e: key?.e, kty: "RSA", n: key?.n }))
    .digest("base64url");
  expect(payload.sub).toBe(CLAIMS.userId);
  expect(protectedHeader).toEqual({ alg: "RS256", kid: thumbprint, typ: "JWT" });
});

test("publishes nothing of the private key", async () => {
  const { keys } = await createRsaTokenSigner(makeKeyPem(), clock).publicKeys();
  expect(keys.map((key) => Object.keys(key).toSorted())).toEqual([["alg", "e", "kid", "kty", "n", "use"]]);
});

test("refuses a token that was signed with the public key as an HMAC secret (algorithm confusion)", async () => {
  const signer = createRsaTokenSigner(makeKeyPem(), clock);
  const { keys } = await signer.publicKeys();
  const publicPem = createPublicKey({ key: { ...keys[0] }, format: "jwk" }).export({ type: "spki", format: "pem" });
  const secret = new TextEncoder().encode(publicPem.toString());
  const token = await new SignJWT(PAYLOAD)
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setExpirationTime("1m")
    .sign(secret);
  await expect(signer.verify(token, "socket")).rejects.toMatchObject({ code: "unauthenticated" });
});

test("refuses a token without a signature", async () => {
  const signer = createRsaTokenSigner(makeKeyPem(), clock);
  const token = new UnsecuredJWT(PAYLOAD).setExpirationTime("1m").encode();
  await expect(signer.verify(token, "socket")).rejects.toMatchObject({ code: "unauthenticated" });
});

test("refuses to start with a key that is too short", () => {
  expect(() => createRsaTokenSigner(makeKeyPem(1024), clock)).toThrow("RSA key of 2048 bits or more");
});
