import { ProviderError } from "#inference/provider-error.ts";
import { STREAM_BYTES_MAX } from "#inference/size-limits.ts";
import { EventSplitter, type ServerSentEvent } from "./event-splitter.ts";

const RELEASE_TIMEOUT_MS = 1_000;

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
  const reader = response.body?.getReader();
  let json = "";
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done || value === undefined) break;
      bytes += value.byteLength;
      if (bytes > STREAM_BYTES_MAX) throw tooLarge();
      const text = decoder.decode(value, { stream: true });
      if (kind === "json") json += text;
      else yield splitter.push(text);
    }
    if (kind === "json") yield [{ event: "", data: json }];
  } finally {
    if (reader !== undefined) void releaseConnection(reader);
  }
}

/**
 * Waits a moment for the end of the body behind the last event, so that the connection can serve
 * the next call, and closes it where nothing or more comes.
 */
async function releaseConnection(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const timer = setTimeout(() => void reader.cancel().catch(ignoreBrokenConnection), RELEASE_TIMEOUT_MS);
  timer.unref();
  await reader.read().catch(ignoreBrokenConnection);
  clearTimeout(timer);
  await reader.cancel().catch(ignoreBrokenConnection);
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
