/** Where drafts outlive a reload; `localStorage` is one. */
export interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PREFIX = "polylogue.draft.";
/** The place of what is typed before a conversation exists; the account's id stands behind it. */
export const NEW_DRAFT = "new";

/** What a person has typed in one conversation and not sent yet. It is there again after a reload. */
export class Draft {
  readonly #storage: DraftStorage;
  #key: string;
  #text = "";
  /** What another draft had left where this one moved to. */
  #before = "";

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

  /** The draft belongs to this conversation from now on, behind what was left there. */
  moveTo(place: string): void {
    if (this.#key === PREFIX + place) return;
    this.#attempt(() => this.#storage.removeItem(this.#key));
    this.#key = PREFIX + place;
    this.#before = this.#attempt(() => this.#storage.getItem(this.#key)) ?? "";
    this.#save();
  }

  #save(): void {
    const kept = [this.#before, this.#text].filter((text) => text.trim() !== "").join("\n\n");
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
