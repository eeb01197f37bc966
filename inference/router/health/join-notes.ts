const NOTES_MAX = 10;

/** The latest of both, the latest first, each once. */
export function joinNotes<Note extends { at: number }>(a: readonly Note[], b: readonly Note[]): Note[] {
  const notes = new Map([...a, ...b].map((note) => [JSON.stringify(note), note]));
  return [...notes.values()].toSorted((one, other) => other.at - one.at).slice(0, NOTES_MAX);
}
