import type { ErrorCode } from "#contracts/error-codes.ts";
import type { ClientFrame, ServerFrame } from "#contracts/socket-frames.ts";

type Unnumbered<Frame> = Frame extends unknown ? Omit<Frame, "requestId"> : never;
export type Request = Unnumbered<ClientFrame>;

/** How a request ended: `code` null where it was acknowledged. */
export type Reply = { code: ErrorCode | null; isRetryable: boolean; at: string | undefined };

type Pending = { frame: ClientFrame; isLasting: boolean; sentAt: number; resolve: (reply: Reply) => void };

let lastRequest = 0;

/** What one client asked and was not answered. Lasting requests are sent again on the next socket, the others die with theirs. */
export class ClientRequests {
  readonly #pending = new Map<string, Pending>();

  get count(): number {
    return this.#pending.size;
  }

  /** One sentence for each. */
  describe(): string[] {
    return [...this.#pending.values()].map(({ frame }) => `${frame.type} was not answered`);
  }

  add(request: Request, isLasting: boolean, send: ((frame: ClientFrame) => void) | null): Promise<Reply> {
    const frame: ClientFrame = { ...request, requestId: `chaos-${++lastRequest}` };
    return new Promise((resolve) => {
      this.#pending.set(frame.requestId, { frame, isLasting, sentAt: performance.now(), resolve });
      send?.(frame);
    });
  }

  sendAgain(send: (frame: ClientFrame) => void): void {
    for (const pending of this.#pending.values()) {
      pending.sentAt = performance.now();
      send(pending.frame);
    }
  }

  /** The socket is gone. */
  loseSocket(): void {
    for (const [id, { isLasting, resolve }] of this.#pending) {
      if (isLasting) continue;
      this.#pending.delete(id);
      resolve({ code: "interrupted", isRetryable: true, at: undefined });
    }
  }

  answer(frame: Extract<ServerFrame, { type: "ack" | "reject" }>): void {
    const pending = this.#pending.get(frame.requestId ?? "");
    if (!pending) return;
    this.#pending.delete(pending.frame.requestId);
    if (frame.type === "ack") pending.resolve({ code: null, isRetryable: false, at: frame.at });
    else pending.resolve({ code: frame.code, isRetryable: frame.isRetryable, at: undefined });
  }

  /** Whether something has waited for longer than that on this socket. */
  isOverdue(patienceMs: number): boolean {
    const latest = performance.now() - patienceMs;
    return [...this.#pending.values()].some(({ sentAt }) => sentAt < latest);
  }
}
