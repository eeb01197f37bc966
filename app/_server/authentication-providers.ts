import type { AuthOptions, User } from "next-auth";
import Auth0Provider from "next-auth/providers/auth0";
import GithubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Env } from "#server/env.ts";
import { fetchGithubClaims } from "./fetch-github-claims.ts";
import { fetchOidcClaims } from "./fetch-oidc-claims.ts";
import { providerClaimsSchema } from "./provider-claims.ts";

type Provider = AuthOptions["providers"][number];

/** PKCE against a stolen code, state against a planted one, nonce against a replayed token. */
const CHECKS: ("pkce" | "state" | "nonce")[] = ["pkce", "state", "nonce"];

/** The providers that the environment configures whole; the same as `findSignInProviders` lists. */
export function createAuthenticationProviders(env: Env): Provider[] {
  return [createGoogle(env), createGithub(env), createAuth0(env), createOidc(env)].filter(
    (provider) => provider !== null,
  );
}

function createGoogle({ GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret }: Env): Provider | null {
  if (!clientId || !clientSecret) return null;
  return GoogleProvider({ clientId, clientSecret, checks: CHECKS, profile: toUser });
}

function createGithub({ GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret }: Env): Provider | null {
  if (!clientId || !clientSecret) return null;
  return GithubProvider({
    clientId,
    clientSecret,
    checks: ["pkce", "state"],
    userinfo: { request: ({ tokens }) => fetchGithubClaims(tokens.access_token ?? "") },
    profile: toUser,
  });
}

function createAuth0({
  AUTH0_ISSUER,
  AUTH0_CLIENT_ID: clientId,
  AUTH0_CLIENT_SECRET: clientSecret,
}: Env): Provider | null {
  if (!AUTH0_ISSUER || !clientId || !clientSecret) return null;
  return Auth0Provider({ clientId, clientSecret, issuer: withoutSlash(AUTH0_ISSUER), checks: CHECKS, profile: toUser });
}

function createOidc(env: Env): Provider | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!OIDC_ISSUER || !clientId || !clientSecret) return null;
  const oidc: OAuthConfig<unknown> = {
    id: "oidc",
    name: env.OIDC_LABEL,
    type: "oauth",
    wellKnown: `${withoutSlash(OIDC_ISSUER)}/.well-known/openid-configuration`,
    idToken: true,
    clientId,
    clientSecret,
    authorization: { params: { scope: "openid email profile" } },
    checks: CHECKS,
    userinfo: { request: fetchOidcClaims },
    profile: toUser,
  };
  return oidc;
}

/** next-auth wants a user here; who it really is gets decided in the sign-in callback, from the same claims. */
function toUser(profile: unknown): User {
  return { id: providerClaimsSchema.parse(profile).sub };
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, "");
}
