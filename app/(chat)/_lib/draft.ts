/** Where drafts outlive a reload; `localStorage` is one. */
export interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PREFIX = "polylogue.draft.";
/** The place of what is typed before a conversation exists. */
export const NEW_DRAFT = "new";

/**
 * What a person has typed in one conversation and the server does not have yet: the text in the
 * composer, and texts on their way. All of it is there again after a reload.
 */
export class Draft {
  readonly #storage: DraftStorage;
  #key: string;
  #text = "";
  #unsent: readonly string[] = [];

  constructor(storage: DraftStorage, place: string) {
    this.#storage = storage;
    this.#key = PREFIX + place;
  }

  /** What was left here the last time. */
  restore(): string {
    this.#text = this.#attempt(() => this.#storage.getItem(this.#key)) ?? "";
    return this.#text;
  }

  setText(text: string): void {
    this.#text = text;
    this.#save();
  }

  /** The text has left the composer, but stays kept until `settle`. */
  send(text: string): void {
    this.#unsent = [...this.#unsent, text];
    this.setText("");
  }

  /** The server has the text. */
  settle(text: string): void {
    const place = this.#unsent.indexOf(text);
    if (place < 0) return;
    this.#unsent = this.#unsent.toSpliced(place, 1);
    this.#save();
  }

  /** The draft belongs to this conversation from now on. */
  moveTo(place: string): void {
    if (this.#key === PREFIX + place) return;
    this.#attempt(() => this.#storage.removeItem(this.#key));
    this.#key = PREFIX + place;
    this.#save();
  }

  #save(): void {
    const kept = [...this.#unsent, this.#text].filter((text) => text.trim() !== "").join("\n\n");
    this.#attempt(() => (kept === "" ? this.#storage.removeItem(this.#key) : this.#storage.setItem(this.#key, kept)));
  }

  /** A browser may forbid storing or be full: then a draft lives as long as the page. */
  #attempt<Result>(act: () => Result): Result | null {
    try {
      return act();
    } catch (error) {
      if (error instanceof DOMException) return null;
      throw error;
    }
  }
}
