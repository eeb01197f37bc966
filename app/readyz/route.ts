import { getContainer } from "#app/_server/container.ts";

/** The web process can do its work: its variables are right and its database answers. */
export async function GET(): Promise<Response> {
  const isReady = await getContainer().isReady();
  return Response.json(
    { status: isReady ? "ready" : "not-ready" },
    { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}

export const dynamic = "force-dynamic";
