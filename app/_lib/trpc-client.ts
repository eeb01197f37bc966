"use client";

import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { inferRouterOutputs } from "@trpc/server";
import type { RootRouter } from "#server/transport/trpc/root-router.ts";

/** `useTRPC()` gives the options of every procedure for TanStack Query. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<RootRouter>();

/** What each procedure returns: `RouterOutputs["accounts"]["me"]`. */
export type RouterOutputs = inferRouterOutputs<RootRouter>;

/** Browsers let all requests together that outlive their page carry 64 KB. */
const OUTLIVING_LENGTH_MAX = 16_000;

type Fetch = NonNullable<Parameters<typeof httpBatchLink>[0]["fetch"]>;

/** A change that was asked for is made, also where the page is left or loaded again in the same moment. */
const fetchThrough: Fetch = (url, { signal, ...init } = {}) => {
  const isSmall = typeof init.body === "string" && init.body.length < OUTLIVING_LENGTH_MAX;
  return fetch(url, { ...init, signal: signal ?? null, keepalive: init.method === "POST" && isSmall });
};

/** A client of our own procedures; calls made in the same tick share a request. */
export function createClient() {
  return createTRPCClient<RootRouter>({ links: [httpBatchLink({ url: "/api/trpc", fetch: fetchThrough })] });
}
