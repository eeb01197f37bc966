/** The web process is alive: it answers, and says nothing of what it needs. */
export function GET(): Response {
  return Response.json({ status: "alive" }, { headers: { "cache-control": "no-store" } });
}

export const dynamic = "force-dynamic";
