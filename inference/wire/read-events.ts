import { ProviderError } from "#inference/provider-error.ts";
import { STREAM_BYTES_MAX } from "#inference/size-limits.ts";
import { EventSplitter, type ServerSentEvent } from "./event-splitter.ts";
import { StreamedResponse } from "./streamed-response.ts";

type Bytes = { read: () => Promise<Uint8Array | null>; release: () => void };

/**
 * The events of a streamed answer, those of one network read together. An answer in one piece of
 * JSON, which some servers send although a stream was asked for, is one event. Throws
 * ProviderError for any other content and for more than STREAM_BYTES_MAX bytes, and whatever the
 * connection throws; ends the connection when its reader stops early.
 */
export async function* readEvents(response: Response): AsyncGenerator<ServerSentEvent[]> {
  const kind = kindOf(response);
  const splitter = new EventSplitter();
  const decoder = new TextDecoder();
  const body = response instanceof StreamedResponse ? response.incoming : fromWebStream(response.body);
  let json = "";
  let bytes = 0;
  try {
    for (;;) {
      const value = await body.read();
      if (value === null) break;
      bytes += value.byteLength;
      if (bytes > STREAM_BYTES_MAX) throw tooLarge();
      const text = decoder.decode(value, { stream: true });
      if (kind === "json") json += text;
      else yield splitter.push(text);
    }
    if (kind === "json") yield [{ event: "", data: json }];
  } finally {
    body.release();
  }
}

/** Of an answer that is not marked as a stream of events. */
function fromWebStream(stream: ReadableStream<Uint8Array> | null): Bytes {
  const reader = stream?.getReader();
  return {
    read: async () => (await reader?.read())?.value ?? null,
    release: () => void reader?.cancel().catch(ignoreBrokenConnection),
  };
}

/** A connection that has failed rejects once more with that same failure, which is already on its way. */
function ignoreBrokenConnection(): void {}

function kindOf(response: Response): "events" | "json" {
  const type = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "text/event-stream" || type === "" || type === "text/plain") return "events";
  if (type === "application/json") return "json";
  throw new ProviderError("provider-unreachable", {
    message: `The address answers with ${JSON.stringify(type.slice(0, 100))}, not with a model's answer. Is the base address right?`,
    isRetryable: false,
    status: response.status,
  });
}

function tooLarge(): ProviderError {
  return new ProviderError("provider-stream-broken", {
    message: `The provider's answer is larger than ${STREAM_BYTES_MAX} bytes.`,
    isRetryable: false,
  });
}
