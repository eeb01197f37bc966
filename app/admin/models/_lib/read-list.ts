/** The entries of a list as people type it, one a line or with commas between them; each once, in their order. */
export function readList(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split(/[\n,]/)
        .map((entry) => entry.trim())
        .filter(Boolean),
    ),
  ];
}
