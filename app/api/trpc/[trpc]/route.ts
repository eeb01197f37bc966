import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createTrpcContext } from "#app/_server/create-trpc-context.ts";
import { rootRouter } from "#server/transport/trpc/root-router.ts";

function handle(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: rootRouter,
    createContext: createTrpcContext,
  });
}

export { handle as GET, handle as POST };
