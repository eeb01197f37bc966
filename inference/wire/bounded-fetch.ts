import { ProviderError } from "#inference/provider-error.ts";
import { BODY_BYTES_MAX } from "#inference/size-limits.ts";

/**
 * `fetch` for the SDKs. It follows no redirect, which could carry a key to another host, and an
 * answer that an SDK reads in one piece fails beyond BODY_BYTES_MAX; the reader of a stream has
 * its own limit.
 */
export async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: "manual" });
  const isStream = response.ok && isEventStream(response);
  if (isStream || response.body === null) return response;
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(createByteLimit()), { status, statusText, headers });
}

function isEventStream(response: Response): boolean {
  return response.headers.get("content-type")?.toLowerCase().startsWith("text/event-stream") ?? false;
}

function createByteLimit(): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller): void {
      bytes += chunk.byteLength;
      if (bytes > BODY_BYTES_MAX) controller.error(tooLarge());
      else controller.enqueue(chunk);
    },
  });
}

function tooLarge(): ProviderError {
  return new ProviderError("provider-stream-broken", {
    message: `The provider's answer is larger than ${BODY_BYTES_MAX} bytes.`,
    isRetryable: false,
  });
}
