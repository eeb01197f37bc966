"use client";

import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { inferRouterOutputs } from "@trpc/server";
import type { RootRouter } from "#server/transport/trpc/root-router.ts";

/** `useTRPC()` gives the options of every procedure for TanStack Query. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<RootRouter>();

/** What each procedure returns: `RouterOutputs["accounts"]["me"]`. */
export type RouterOutputs = inferRouterOutputs<RootRouter>;

/** A client of our own procedures; calls made in the same tick share a request. */
export function createClient() {
  return createTRPCClient<RootRouter>({ links: [httpBatchLink({ url: "/api/trpc" })] });
}
