import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { getContainer } from "#app/_server/container.ts";
import { createTrpcContext } from "#app/_server/create-trpc-context.ts";
import { findPublicOrigin } from "#app/_server/find-public-origin.ts";
import { isSameOrigin } from "#app/_server/is-same-origin.ts";
import { refuseByLength } from "#app/_server/refuse-by-length.ts";
import { rootRouter } from "#server/transport/trpc/root-router.ts";

/** Answers a query. */
export function GET(request: Request): Promise<Response> {
  return handle(request);
}

/** Answers a mutation, of our own pages and of callers that are no browser: no other site may use a person's cookie. */
export async function POST(request: Request): Promise<Response> {
  const publicOrigin = findPublicOrigin(request.headers, getContainer().env.PUBLIC_URL);
  if (!isSameOrigin(request.headers, publicOrigin)) return new Response("Not from this site.", { status: 403 });
  // Whoever asks is not known yet, and what they send must not fill the memory.
  return refuseByLength(request.headers) ?? handle(request);
}

function handle(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: rootRouter,
    createContext: createTrpcContext,
  });
}
