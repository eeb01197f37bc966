import { getContainer } from "#app/_server/container.ts";

/** The keys that check our tokens (RFC 7517). */
export async function GET(): Promise<Response> {
  const keys = await getContainer().context.tokenSigner.publicKeys();
  return Response.json(keys, { headers: { "cache-control": "public, max-age=300" } });
}
