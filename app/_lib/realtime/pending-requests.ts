import type { ClientFrame } from "#contracts/socket-frames.ts";
import type { ClientRequest } from "./client-request.ts";
import { RequestError } from "./request-error.ts";

/** How long one transmission may stay unanswered on an open socket. */
export const ANSWER_TIMEOUT_MS = 10_000;
const TRANSMISSIONS_MAX = 3;

/** How a request is kept. `isLasting`: it outlives the socket on which it was sent. */
export type RequestTerms = { isLasting: boolean; timeoutMs?: number };

type Pending = {
  frame: ClientFrame;
  terms: RequestTerms;
  transmissions: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  resolve: (at: string | null) => void;
  reject: (error: RequestError) => void;
};

/**
 * Requests that the server has not answered yet. Lasting ones outlive a socket: `transmitLasting` sends
 * them again, with the same ids, on the next one; the others are forgotten with it. A request that stays unanswered on an open socket
 * calls `onSilence`; after three such transmissions it rejects.
 */
export class PendingRequests {
  readonly #pending = new Map<string, Pending>();
  readonly #onSilence: () => void;
  #nextNumber = 1;

  constructor(onSilence: () => void) {
    this.#onSilence = onSilence;
  }

  /** `answered` resolves to the `at` of the acknowledgement, null where it bears none. */
  add(request: ClientRequest, terms: RequestTerms): { requestId: string; answered: Promise<string | null> } {
    const requestId = String(this.#nextNumber++);
    const answered = new Promise<string | null>((resolve, reject) => {
      const frame: ClientFrame = { ...request, requestId };
      this.#pending.set(requestId, { frame, terms, transmissions: 0, timer: undefined, resolve, reject });
    });
    return { requestId, answered };
  }

  transmit(requestId: string, send: (frame: ClientFrame) => void): void {
    const pending = this.#pending.get(requestId);
    if (!pending) return;
    clearTimeout(pending.timer);
    pending.transmissions += 1;
    pending.timer = setTimeout(() => this.#onUnanswered(requestId), pending.terms.timeoutMs ?? ANSWER_TIMEOUT_MS);
    send(pending.frame);
  }

  transmitLasting(send: (frame: ClientFrame) => void): void {
    for (const [requestId, { terms }] of this.#pending) if (terms.isLasting) this.transmit(requestId, send);
  }

  /** The socket is gone: stops the clocks and forgets what belonged to it alone. */
  pause(): void {
    for (const [requestId, pending] of this.#pending) {
      clearTimeout(pending.timer);
      if (!pending.terms.isLasting) this.#pending.delete(requestId);
    }
  }

  resolve(requestId: string, at: string | null): void {
    this.#take(requestId)?.resolve(at);
  }

  reject(requestId: string, error: RequestError): void {
    this.#take(requestId)?.reject(error);
  }

  rejectAll(error: RequestError): void {
    for (const requestId of this.#pending.keys()) this.reject(requestId, error);
  }

  /** Gives up what was sent three times: one of these may be what the server closes the socket over, again and again. */
  rejectRepeated(error: RequestError): void {
    for (const [requestId, { transmissions }] of this.#pending) {
      if (transmissions >= TRANSMISSIONS_MAX) this.reject(requestId, error);
    }
  }

  #take(requestId: string): Pending | undefined {
    const pending = this.#pending.get(requestId);
    clearTimeout(pending?.timer);
    this.#pending.delete(requestId);
    return pending;
  }

  #onUnanswered(requestId: string): void {
    const isHopeless = (this.#pending.get(requestId)?.transmissions ?? 0) >= TRANSMISSIONS_MAX;
    if (isHopeless) this.reject(requestId, new RequestError("timed-out", "", true));
    this.#onSilence();
  }
}
