import { z } from "zod";

const GITHUB_API = "https://api.github.com";
const TIMEOUT_MS = 10_000;

const profileSchema = z.object({ id: z.int(), login: z.string(), name: z.string().nullish() });
const emailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/**
 * Who the token's person is at GitHub. The address of their profile is whatever they typed there, so
 * only the primary one of their account counts, and only verified. `api` is another address in tests alone.
 */
export async function fetchGithubClaims(accessToken: string, api = GITHUB_API) {
  const get = async (path: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${accessToken}`, accept: "application/vnd.github+json" };
    const response = await fetch(api + path, { headers, redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${path}`);
    return response.json();
  };
  const [profile, emails] = await Promise.all([
    get("/user").then((body) => profileSchema.parse(body)),
    get("/user/emails").then((body) => emailsSchema.parse(body)),
  ]);
  const primary = emails.find((email) => email.primary);
  return {
    sub: String(profile.id),
    name: profile.name ?? profile.login,
    ...(primary ? { email: primary.email, email_verified: primary.verified } : {}),
  };
}
