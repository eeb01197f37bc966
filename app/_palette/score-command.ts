/**
 * How well a command fits what was typed, from 0 (not at all) to 1: every typed word must be in its
 * words; the beginning of the whole counts most, then beginnings of words. No guessing between letters.
 */
export function scoreCommand(_id: string, typed: string, words: string[] = []): number {
  const sought = fold(typed).split(" ").filter(Boolean);
  const [label = "", ...others] = words.map(fold);
  const all = [label, ...others].join(" ");
  if (!sought.every((word) => all.includes(word))) return 0;
  if (label.startsWith(sought.join(" "))) return 1;
  if (sought.every((word) => ` ${label}`.includes(` ${word}`))) return 0.8;
  return sought.every((word) => label.includes(word)) ? 0.6 : 0.4;
}

/** Small letters without marks, so that "uber" finds "Übersetzung". */
function fold(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
}
