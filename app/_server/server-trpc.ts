import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cache } from "react";
import { createQueryClient } from "#app/_lib/query-client.ts";
import { rootRouter } from "#server/transport/trpc/root-router.ts";
import { createTrpcContext } from "./create-trpc-context.ts";

/** The request's own cache: what a page prefetches into it is handed to the browser by `HydrationBoundary`. */
export const getQueryClient = cache(() => createQueryClient());

/** The procedures, called without HTTP, for prefetching in server components. */
export const serverTrpc = createTRPCOptionsProxy({
  ctx: createTrpcContext,
  router: rootRouter,
  queryClient: getQueryClient,
});
