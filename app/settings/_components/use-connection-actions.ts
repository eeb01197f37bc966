"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Connection } from "#contracts/connection.ts";
import { useTRPC, useTRPCClient } from "#app/_lib/trpc-client.ts";

/** Checks or ends one connection; the lists of connections and of models follow. */
export function useConnectionActions({ scope, id }: Pick<Connection, "scope" | "id">) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const onSuccess = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.connections.pathFilter()),
      queryClient.invalidateQueries(trpc.models.pathFilter()),
    ]);
  const check = useMutation({ mutationFn: () => client.connections.check.mutate({ scope, id }), onSuccess });
  const remove = useMutation({ mutationFn: () => client.connections.delete.mutate({ scope, id }), onSuccess });
  return { check, remove };
}
