import { expect, test } from "vitest";
import { createTestEnv } from "#scripts/testing/test-env.ts";
import { findSignInProviders } from "#server/domains/accounts/find-sign-in-providers.ts";
import { createAuthenticationProviders } from "./authentication-providers.ts";

const WHOLE = {
  GOOGLE_CLIENT_ID: "id",
  GOOGLE_CLIENT_SECRET: "secret",
  GITHUB_CLIENT_ID: "id",
  GITHUB_CLIENT_SECRET: "secret",
  AUTH0_ISSUER: "https://tenant.auth0.com/",
  AUTH0_CLIENT_ID: "id",
  AUTH0_CLIENT_SECRET: "secret",
  OIDC_ISSUER: "https://sso.example.org",
  OIDC_CLIENT_ID: "id",
  OIDC_CLIENT_SECRET: "secret",
  OIDC_LABEL: "Our company",
};

test("what is configured whole is offered, with its own label", () => {
  const env = createTestEnv("postgres://unused", WHOLE);
  const shown = findSignInProviders(env);
  expect(shown.map(({ id }) => id)).toEqual(["google", "github", "auth0", "oidc"]);
  expect(shown.at(-1)?.label).toBe("Our company");
  expect(createAuthenticationProviders(env).map(({ id }) => id)).toEqual(shown.map(({ id }) => id));
});

test.each(Object.keys(WHOLE).filter((name) => name !== "OIDC_LABEL"))(
  "without %s its provider is not offered",
  (name) => {
    const env = createTestEnv("postgres://unused", { ...WHOLE, [name]: "" });
    const shown = findSignInProviders(env).map(({ id }) => id);
    expect(shown).not.toContain(name.split("_")[0]?.toLowerCase());
    expect(shown).toHaveLength(3);
    expect(createAuthenticationProviders(env).map(({ id }) => id)).toEqual(shown);
  },
);

test("every provider is held to PKCE and state, and to a nonce where it signs one", () => {
  const providers = createAuthenticationProviders(createTestEnv("postgres://unused", WHOLE));
  const checks = providers.map(({ id, ...provider }) => [id, { ...provider, ...provider.options }]);
  expect(Object.fromEntries(checks)).toMatchObject({
    google: { checks: ["pkce", "state", "nonce"] },
    github: { checks: ["pkce", "state"] },
    auth0: {
      checks: ["pkce", "state", "nonce"],
      wellKnown: "https://tenant.auth0.com/.well-known/openid-configuration",
    },
    oidc: { checks: ["pkce", "state", "nonce"] },
  });
});
