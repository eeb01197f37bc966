import { createHash } from "node:crypto";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import type { ServiceAccount } from "./read-service-account.ts";
import { requestAccessToken, type AccessToken } from "./request-access-token.ts";

/** A token that ends within this time is not used for another call. */
const SPARE_MS = 5 * 60 * 1000;

const TOKENS_MAX = 1_000;

type Kept = { token: Promise<string>; usableUntil: number };

type Surroundings = {
  request: (account: ServiceAccount, signal: AbortSignal) => Promise<AccessToken>;
  now: () => number;
};

/** The tokens of this process's service accounts, each asked for once and used until it is about to end. */
export class AccessTokens {
  readonly #kept = new Map<string, Kept>();
  readonly #request: Surroundings["request"];
  readonly #now: () => number;

  constructor({ request = requestAccessToken, now = Date.now }: Partial<Surroundings> = {}) {
    this.#request = request;
    this.#now = now;
  }

  /** A token for a call; who asks for the same at the same time waits for the same answer. Rejects with what kept it from coming, or with the signal's reason. */
  async get(account: ServiceAccount, signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    const id = idOf(account);
    const kept = this.#kept.get(id);
    const token = kept !== undefined && kept.usableUntil > this.#now() ? kept.token : this.#ask(id, account);
    return untilAborted(token, signal);
  }

  /** The token was refused: the next call asks for another. */
  forget(account: ServiceAccount): void {
    this.#kept.delete(idOf(account));
  }

  #ask(id: string, account: ServiceAccount): Promise<string> {
    // Others may wait for it, so it does not end with the call that began it.
    const asked = this.#request(account, AbortSignal.timeout(TIME_LIMITS.listModelsMs));
    const kept: Kept = { token: asked.then(({ token }) => token), usableUntil: Infinity };
    if (this.#kept.size >= TOKENS_MAX) this.#kept.clear();
    this.#kept.set(id, kept);
    asked.then(
      ({ expiresInMs }) => {
        kept.usableUntil = this.#now() + expiresInMs - SPARE_MS;
      },
      () => {
        if (this.#kept.get(id) === kept) this.#kept.delete(id);
      },
    );
    return kept.token;
  }
}

/** The key itself is not kept. */
function idOf(account: ServiceAccount): string {
  return createHash("sha256").update(JSON.stringify(account)).digest("base64");
}

async function untilAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
