import type { Dispatcher } from "undici";
import { ProviderError } from "#inference/provider-error.ts";
import { INTERIM_ANSWERS_MAX } from "#inference/size-limits.ts";
import { IncomingBody } from "./incoming-body.ts";

type Controller = Dispatcher.DispatchController;
type Head = { status: number; headers: Headers };

/** What a response is made of, once its head is there. */
export type ToResponse = (head: Head, body: IncomingBody) => Response;

/**
 * One request and its answer, as undici reports them to its handler. `signal` ends it at any moment:
 * the response is refused, or its body broken, with the signal's reason, and the connection closed.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  /** It is held here for as long as the answer comes: the SDKs follow their caller's signal by weak references to it. */
  readonly #response = Promise.withResolvers<Response>();
  readonly #signal: AbortSignal;
  readonly #toResponse: ToResponse;
  readonly #abort = (): void => {
    this.#connection?.abort(this.#signal.reason);
    this.#settle(this.#signal.reason);
  };
  #connection: Controller | null = null;
  #body: IncomingBody | null = null;
  #interimAnswers = 0;

  constructor(signal: AbortSignal, toResponse: ToResponse) {
    this.#signal = signal;
    this.#toResponse = toResponse;
    signal.addEventListener("abort", this.#abort, { once: true });
  }

  /** Resolves when the head is there; rejects with what kept it from coming. */
  get response(): Promise<Response> {
    return this.#response.promise;
  }

  onRequestStart(connection: Controller): void {
    this.#connection = connection;
    if (this.#signal.aborted) connection.abort(this.#signal.reason);
  }

  onResponseStart(connection: Controller, status: number, headers: IncomingHeaders): void {
    if (status < 200) return this.#passOver(connection);
    this.#body = new IncomingBody(connection, this.#signal);
    this.#response.resolve(this.#toResponse({ status, headers: toHeaders(headers) }, this.#body));
  }

  onResponseData(_connection: Controller, piece: Uint8Array): void {
    this.#body?.push(piece);
  }

  onResponseEnd(): void {
    this.#signal.removeEventListener("abort", this.#abort);
    this.#body?.end();
  }

  onResponseError(_connection: Controller, failure: unknown): void {
    this.#settle(failure);
  }

  #passOver(connection: Controller): void {
    this.#interimAnswers += 1;
    if (this.#interimAnswers > INTERIM_ANSWERS_MAX) connection.abort(noAnswer());
  }

  #settle(failure: unknown): void {
    this.#signal.removeEventListener("abort", this.#abort);
    this.#response.reject(failure);
    this.#body?.fail(failure);
  }
}

type IncomingHeaders = Record<string, string | string[] | undefined>;

function toHeaders(incoming: IncomingHeaders): Headers {
  const headers = new Headers();
  for (const [name, value = []] of Object.entries(incoming))
    for (const one of typeof value === "string" ? [value] : value) headers.append(name, one);
  return headers;
}

function noAnswer(): ProviderError {
  return new ProviderError("provider-unreachable", {
    message: `The provider sent more than ${INTERIM_ANSWERS_MAX} interim answers and none that counts.`,
    isRetryable: false,
  });
}
