import { QueryClient } from "@tanstack/react-query";

/** Below this age, what the server rendered or the socket keeps fresh is not asked for again. */
const FRESH_MS = 60_000;

/** A cache of what procedures returned. Failures that will not go away by themselves are not retried. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && !isFinal(error),
      },
    },
  });
}

function isFinal(error: Error): boolean {
  return "data" in error && error.data instanceof Object && "isRetryable" in error.data && !error.data.isRetryable;
}
