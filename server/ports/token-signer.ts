/** Who may accept a token. A token for one audience is worth nothing to another. */
type TokenAudience = "socket" | "api";

/** What a token says: who, in which session, and its own id, by which it can be spent once. */
type TokenClaims = { userId: string; sessionId: string; tokenId: string };

/** The public halves of the signing keys, as RFC 7517 writes them. */
export type PublicKeySet = { keys: { kty: string; n: string; e: string; kid: string; alg: string; use: string }[] };

/** Signs short-lived tokens that anybody can check with the published keys. RS256, RFC 7519. */
export interface TokenSigner {
  /** A token for `audience` that is good for `lifetimeMs`, rounded up to a second. */
  sign(claims: TokenClaims, audience: TokenAudience, lifetimeMs: number): Promise<string>;
  /**
   * What the token says, with the time it expires at. Throws AppError `unauthenticated` for any
   * token that this signer did not sign for this audience, with its own algorithm, or that expired.
   */
  verify(token: string, audience: TokenAudience): Promise<TokenClaims & { expiresAt: Date }>;
  /** The keys to publish; each `kid` is the key's thumbprint (RFC 7638). */
  publicKeys(): Promise<PublicKeySet>;
}
