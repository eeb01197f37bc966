import type { SignInProvider } from "./account.ts";

/** The variables of the environment that sign-in providers are made of. */
export type SignInProviderVariables = {
  GOOGLE_CLIENT_ID?: string | undefined;
  GOOGLE_CLIENT_SECRET?: string | undefined;
  GITHUB_CLIENT_ID?: string | undefined;
  GITHUB_CLIENT_SECRET?: string | undefined;
  AUTH0_ISSUER?: string | undefined;
  AUTH0_CLIENT_ID?: string | undefined;
  AUTH0_CLIENT_SECRET?: string | undefined;
  OIDC_ISSUER?: string | undefined;
  OIDC_CLIENT_ID?: string | undefined;
  OIDC_CLIENT_SECRET?: string | undefined;
  OIDC_LABEL: string;
};

/** The providers that are configured whole, in the order in which their buttons stand. */
export function findSignInProviders(variables: SignInProviderVariables): SignInProvider[] {
  const { GOOGLE_CLIENT_ID, GITHUB_CLIENT_ID, AUTH0_ISSUER, AUTH0_CLIENT_ID, OIDC_ISSUER, OIDC_CLIENT_ID } = variables;
  const { GOOGLE_CLIENT_SECRET, GITHUB_CLIENT_SECRET, AUTH0_CLIENT_SECRET, OIDC_CLIENT_SECRET } = variables;
  const known = [
    { id: "google", label: "Google", needs: [GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET] },
    { id: "github", label: "GitHub", needs: [GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET] },
    { id: "auth0", label: "Auth0", needs: [AUTH0_ISSUER, AUTH0_CLIENT_ID, AUTH0_CLIENT_SECRET] },
    { id: "oidc", label: variables.OIDC_LABEL, needs: [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET] },
  ];
  return known.filter(({ needs }) => needs.every(Boolean)).map(({ id, label }) => ({ id, label }));
}
