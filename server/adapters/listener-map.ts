/** Listeners by name; a name costs something only while somebody listens for it. The same listener can be added twice. */
export class ListenerMap<Listener> {
  readonly #byName = new Map<string, Set<{ listener: Listener }>>();

  /** Those of the name at this moment: one that is removed meanwhile may still be called. */
  of(name: string): Listener[] {
    return [...(this.#byName.get(name) ?? [])].map(({ listener }) => listener);
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  /** Returns the way to remove it, safe to repeat. */
  add(name: string, listener: Listener): () => void {
    const entry = { listener };
    const entries = this.#byName.get(name) ?? new Set();
    this.#byName.set(name, entries.add(entry));
    return () => {
      entries.delete(entry);
      if (entries.size === 0 && this.#byName.get(name) === entries) this.#byName.delete(name);
    };
  }
}
