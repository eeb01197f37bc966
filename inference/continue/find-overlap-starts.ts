/** A place of a text from where on a continuation that begins with the rest of the text repeats it. */
export type OverlapStart = {
  at: number;
  /** The rest is so short that it counts as repeated only where nothing else comes. */
  onlyAlone: boolean;
};

/** How many letters and digits make a repetition: anywhere, from the beginning of a word, and where the two texts would stick together. */
const LETTERS_ANYWHERE = 16;
const LETTERS_FROM_WORD = 10;
const LETTERS_STUCK = 4;
const LETTERS_ALONE = 2;

/** A sign of a script without blanks between its words says about as much as three letters. */
const DENSE_SIGN_LETTERS = 3;

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * Where an overlap may begin in the end of what was written, longest first. What begins there must
 * say enough that a writer would not write it twice in a row: a legitimate `ha` behind `ha`, a
 * second `}` or `| --- |`, a number that goes on with the same digits stay. A rest that repeats
 * itself (`0, 0, 0, `) is never taken for an overlap, since nobody can tell how much of it is.
 */
export function findOverlapStarts(tail: string): OverlapStart[] {
  const signs = readSigns(tail);
  const periods = findPeriods(tail);
  const endsInBlank = signs.at(-1)?.kind === "blank";
  const starts: OverlapStart[] = [];
  let letters = 0;
  let hasLetter = false;
  for (let index = signs.length - 1; index >= 0; index -= 1) {
    const sign = signs[index];
    if (sign === undefined) continue;
    letters += sign.kind === "word" ? 1 : sign.kind === "dense" ? DENSE_SIGN_LETTERS : 0;
    hasLetter ||= sign.isLetter;
    const length = tail.length - sign.at;
    if ((periods[length - 1] ?? 0) * 2 <= length) continue;
    const isWordStart = isBoundary(signs[index - 1], sign);
    const isStuck = !endsInBlank && sign.kind === "word";
    const needed = !isWordStart ? LETTERS_ANYWHERE : isStuck && hasLetter ? LETTERS_STUCK : LETTERS_FROM_WORD;
    if (letters >= needed) starts.unshift({ at: sign.at, onlyAlone: false });
    else if (isWordStart && hasLetter && letters >= LETTERS_ALONE) starts.unshift({ at: sign.at, onlyAlone: true });
  }
  return starts;
}

type Sign = { at: number; text: string; kind: "blank" | "dense" | "word" | "other"; isLetter: boolean };

function readSigns(text: string): Sign[] {
  const signs: Sign[] = [];
  let at = 0;
  for (const sign of text) {
    signs.push({ at, text: sign, kind: kindOf(sign), isLetter: /\p{L}/u.test(sign) });
    at += sign.length;
  }
  return signs;
}

function kindOf(sign: string): Sign["kind"] {
  if (/\s/.test(sign)) return "blank";
  if (DENSE.test(sign)) return "dense";
  return /[\p{L}\p{N}\p{M}_]/u.test(sign) ? "word" : "other";
}

function isBoundary(before: Sign | undefined, sign: Sign): boolean {
  if (before === undefined || sign.kind === "dense" || before.kind !== sign.kind) return true;
  return sign.kind === "other" && before.text !== sign.text;
}

/** The shortest period of each end of the text by its length minus one (the prefix function of the text read backwards). */
function findPeriods(text: string): number[] {
  const borders: number[] = [];
  const unit = (index: number): string => text.charAt(text.length - 1 - index);
  for (let index = 0; index < text.length; index += 1) {
    let border = index === 0 ? 0 : (borders[index - 1] ?? 0);
    while (border > 0 && unit(index) !== unit(border)) border = borders[border - 1] ?? 0;
    borders.push(index > 0 && unit(index) === unit(border) ? border + 1 : 0);
  }
  return borders.map((border, index) => index + 1 - border);
}
