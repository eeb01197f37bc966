import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { errorCodeOf } from "./describe-error.ts";

/** Below this age, what the server rendered or the socket keeps fresh is not asked for again. */
const FRESH_MS = 60_000;

/**
 * A cache of what procedures returned. Failures that will not go away by themselves are not
 * retried; `onSignedOut` is called when the server says that nobody is signed in any more.
 */
export function createQueryClient(onSignedOut?: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (errorCodeOf(error) === "unauthenticated") onSignedOut?.();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
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
