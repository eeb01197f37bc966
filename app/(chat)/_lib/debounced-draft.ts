import type { Draft } from "./draft.ts";

/** Typing is stored after a pause of this length, so that a long text is not copied at every key. */
const SAVE_AFTER_MS = 300;

/** A draft that is written while somebody types. `flush` stores at once what still waits. */
export class DebouncedDraft {
  readonly #draft: Draft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending: string | null = null;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  note(text: string): void {
    this.#pending = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), SAVE_AFTER_MS);
  }

  flush(): void {
    clearTimeout(this.#timer);
    if (this.#pending !== null) this.#draft.setText(this.#pending);
    this.#pending = null;
  }

  /** What is typed belongs to this conversation from now on. */
  moveTo(place: string): void {
    this.flush();
    this.#draft.moveTo(place);
  }
}
