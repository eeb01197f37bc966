import { ProviderError } from "#inference/provider-error.ts";
import { BODY_BYTES_MAX } from "#inference/size-limits.ts";
import { Exchange, type ToResponse } from "./exchange.ts";
import { providerAgent } from "./provider-agent.ts";
import { StreamedResponse } from "./streamed-response.ts";
import { toWebStream } from "./to-web-stream.ts";

/** Statuses whose answer has no body, whatever comes behind its head. */
const BODILESS = new Set([204, 205, 304]);

/**
 * `fetch` for the SDKs. It follows no redirect, which could carry a key to another host, and an
 * answer that an SDK reads in one piece fails beyond BODY_BYTES_MAX. A streamed answer to a POST is
 * a StreamedResponse; its reader has its own limit.
 */
export async function boundedFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const { method = "GET", body = null } = init;
  const signal = init.signal ?? new AbortController().signal;
  signal.throwIfAborted();
  const url = new URL(input instanceof Request ? input.url : input);
  if (body !== null && typeof body !== "string") throw new TypeError("A body is a text.");
  const headers = new Headers(init.headers);
  // Compressed, the events of a stream would come late, and small answers hardly smaller.
  headers.set("accept-encoding", "identity");
  const exchange = new Exchange(signal, method === "POST" ? toStreamedResponse : toWholeResponse);
  const { origin, pathname, search } = url;
  providerAgent.dispatch({ origin, path: pathname + search, method, headers: [...headers].flat(), body }, exchange);
  return exchange.response;
}

const toStreamedResponse: ToResponse = (head, body) => {
  const isStream = head.status >= 200 && head.status < 300 && isEventStream(head.headers);
  if (!isStream) return toWholeResponse(head, body);
  const decoder = createDecoder(head.headers);
  if (decoder === null) return new StreamedResponse(body, head);
  return new Response(toWebStream(body).pipeThrough(decoder), head);
};

const toWholeResponse: ToResponse = (head, body) => {
  if (BODILESS.has(head.status)) {
    body.release();
    return new Response(null, head);
  }
  const stream = toWebStream(body);
  const decoder = createDecoder(head.headers);
  const decoded = decoder === null ? stream : stream.pipeThrough(decoder);
  return new Response(decoded.pipeThrough(createByteLimit()), head);
};

function isEventStream(headers: Headers): boolean {
  return headers.get("content-type")?.toLowerCase().startsWith("text/event-stream") ?? false;
}

/** Some servers compress although they were asked not to. */
function createDecoder(headers: Headers): DecompressionStream | null {
  const coding = headers.get("content-encoding")?.trim().toLowerCase();
  if (coding === "gzip" || coding === "x-gzip") return new DecompressionStream("gzip");
  return coding === "deflate" ? new DecompressionStream("deflate") : null;
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
