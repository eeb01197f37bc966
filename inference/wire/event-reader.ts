import { ProviderError } from "#inference/provider-error.ts";
import { STREAM_BYTES_MAX } from "#inference/size-limits.ts";
import { EventSplitter, type ServerSentEvent } from "./event-splitter.ts";
import { StreamedResponse } from "./streamed-response.ts";

type Bytes = { read: () => Promise<Uint8Array | null>; release: () => void };

/**
 * Reads the events of a streamed answer. An answer in one piece of JSON, which some servers send
 * although a stream was asked for, is one event. Throws ProviderError for any other content.
 */
export class EventReader {
  readonly #isJson: boolean;
  readonly #body: Bytes;
  readonly #splitter = new EventSplitter();
  readonly #decoder = new TextDecoder();
  #json = "";
  #bytes = 0;
  #hasEnded = false;

  constructor(response: Response) {
    this.#isJson = isJson(response);
    this.#body = response instanceof StreamedResponse ? response.incoming : fromWebStream(response.body);
  }

  /**
   * The events of one network read together, perhaps none; null at the end. Throws ProviderError for
   * more than STREAM_BYTES_MAX bytes, and whatever the connection throws.
   */
  async read(): Promise<ServerSentEvent[] | null> {
    const piece = await this.#body.read();
    if (piece === null) return this.#end();
    this.#bytes += piece.byteLength;
    if (this.#bytes > STREAM_BYTES_MAX) throw tooLarge();
    const text = this.#decoder.decode(piece, { stream: true });
    if (!this.#isJson) return this.#splitter.push(text);
    this.#json += text;
    return [];
  }

  /** Nobody reads on: the connection serves another call, or is closed. To be called however reading ends. */
  release(): void {
    this.#body.release();
  }

  #end(): ServerSentEvent[] | null {
    if (!this.#isJson || this.#hasEnded) return null;
    this.#hasEnded = true;
    return [{ event: "", data: this.#json }];
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

function isJson(response: Response): boolean {
  const type = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "text/event-stream" || type === "" || type === "text/plain") return false;
  if (type === "application/json") return true;
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
