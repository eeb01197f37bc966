"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { goToSignIn } from "./go-to-sign-in.ts";
import { createQueryClient } from "./query-client.ts";
import { createClient, TRPCProvider } from "./trpc-client.ts";

/** Lets every component below it call procedures; the cache lives as long as the page. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => createQueryClient(goToSignIn));
  const [client] = useState(createClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
