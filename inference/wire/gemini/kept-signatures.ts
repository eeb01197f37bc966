/** All signatures together may be so long, in UTF-16 units; one has a few thousand. */
const LENGTH_MAX = 16_000_000;

/** A longer one is not kept. */
const SIGNATURE_LENGTH_MAX = 200_000;

/**
 * Signatures of the thoughts behind calls of tools, for the short while until their results are told:
 * as many as have room, the oldest go first. `scope` says whose they are: another model, or the same
 * behind another key, calls them corrupt.
 */
export class KeptSignatures {
  readonly #signatures = new Map<string, string>();
  readonly #lengthMax: number;
  #length = 0;

  constructor(lengthMax: number = LENGTH_MAX) {
    this.#lengthMax = lengthMax;
  }

  /** Keeps the signature of a call. */
  keep(scope: string, toolCallId: string, signature: string): void {
    if (signature.length > SIGNATURE_LENGTH_MAX) return;
    const key = toKey(scope, toolCallId);
    this.#drop(key);
    this.#signatures.set(key, signature);
    this.#length += signature.length;
    for (const oldest of this.#signatures.keys()) {
      if (this.#length <= this.#lengthMax) break;
      this.#drop(oldest);
    }
  }

  /** The signature of a call; null where it is not, or no longer, here. */
  find(scope: string, toolCallId: string): string | null {
    return this.#signatures.get(toKey(scope, toolCallId)) ?? null;
  }

  #drop(key: string): void {
    this.#length -= this.#signatures.get(key)?.length ?? 0;
    this.#signatures.delete(key);
  }
}

function toKey(scope: string, toolCallId: string): string {
  return `${scope} ${toolCallId}`;
}
