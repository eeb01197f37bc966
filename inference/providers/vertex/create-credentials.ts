import type { OAuth2Client } from "google-auth-library";

/** A token in the form in which the SDKs take one. They ask for no other, and look nowhere else for one. */
export async function createCredentials(token: string): Promise<OAuth2Client> {
  const { OAuth2Client: Credentials } = await import("google-auth-library");
  const credentials = new Credentials();
  credentials.setCredentials({ access_token: token });
  return credentials;
}
