"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#app/_lib/trpc-client.ts";

/** Connects a provider; the lists of connections and of models follow. */
export function useConnect(onConnected: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.connections.create.mutationOptions({
      onSuccess: async () => {
        onConnected();
        await queryClient.invalidateQueries(trpc.connections.list.queryFilter());
        await queryClient.invalidateQueries(trpc.models.pathFilter());
      },
    }),
  );
}
