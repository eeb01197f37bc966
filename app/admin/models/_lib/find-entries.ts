/** Those in whose names every word of `wanted` occurs, in whatever letters. */
export function findEntries<Entry>(
  all: readonly Entry[],
  wanted: string,
  namesOf: (entry: Entry) => readonly (string | null)[],
): Entry[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((entry) => {
    const names = namesOf(entry).join(" ").toLowerCase();
    return words.every((word) => names.includes(word));
  });
}
