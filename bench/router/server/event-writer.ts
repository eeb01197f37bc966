import type { ServerResponse } from "node:http";

/** Writes events to a response, those of one tick at once: what a write costs hardly depends on its length. */
export class EventWriter {
  readonly #response: ServerResponse;
  #waiting = "";

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  push(event: string): void {
    if (event === "") return;
    if (this.#waiting === "") process.nextTick(() => this.#flush());
    this.#waiting += event;
  }

  /** Writes what waits, and this behind it. */
  end(event: string): void {
    this.#response.end(this.#waiting + event);
    this.#waiting = "";
  }

  #flush(): void {
    if (this.#waiting !== "") this.#response.write(this.#waiting);
    this.#waiting = "";
  }
}
