/** So many ticks in a row without a word ask whether the socket still lives. */
const QUIET_TICKS_MAX = 3;

/** Counts ticks without a frame. A browser does not see the pings of the server, so a dead socket is only silent. */
export class Silence {
  #ticks = 0;

  /** A frame came. */
  end(): void {
    this.#ticks = 0;
  }

  /** True, and the count begins anew, when it has lasted too long. */
  tick(): boolean {
    this.#ticks = (this.#ticks + 1) % QUIET_TICKS_MAX;
    return this.#ticks === 0;
  }
}
