/** How much of one person's frames may wait in this process, over all sockets: four of the largest. */
const PERSON_BYTES_MAX = 8_000_000;

/** How much of everybody's frames may wait in this process. */
const PROCESS_BYTES_MAX = 128_000_000;

type Limits = { person: number; process: number };

/** The bytes of frames that came in part, or wait to be served: of each person and of all in this process. */
export class FrameMemory {
  readonly #limits: Limits;
  readonly #byUser = new Map<string, number>();
  #total = 0;

  constructor(limits: Limits = { person: PERSON_BYTES_MAX, process: PROCESS_BYTES_MAX }) {
    this.#limits = limits;
  }

  get total(): number {
    return this.#total;
  }

  /** Counts so many bytes more (or fewer, below zero) for this person; false when that is too much for one, or for all. */
  change(userId: string, bytes: number): boolean {
    const own = (this.#byUser.get(userId) ?? 0) + bytes;
    this.#total += bytes;
    if (own === 0) this.#byUser.delete(userId);
    else this.#byUser.set(userId, own);
    return own <= this.#limits.person && this.#total <= this.#limits.process;
  }
}
