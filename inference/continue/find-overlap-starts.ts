/** How much the rest of a text says, from little to much. */
export const STRENGTHS = ["alone", "weak", "firm"] as const;
export type Strength = (typeof STRENGTHS)[number];

/** A place of a text from where on a continuation that begins with the rest of the text repeats it. */
export type OverlapStart = {
  at: number;
  /**
   * How much the rest says. `firm`: it is repeated wherever it comes. `weak`: only where the
   * continuation begins with it. `alone`: only where the continuation is nothing else.
   */
  strength: Strength;
};

/**
 * How many letters and digits make a repetition that begins anywhere; that is firm; that begins
 * with a word or a sign; and with a word that would stick to the one before it. From
 * all places of prose, Markdown and code, text that went on exactly was taken for a repetition at
 * 1 of 2,000, and a repetition of four words missed at 1 of 50.
 */
const LETTERS_ANYWHERE = 16;
const LETTERS_FIRM = 10;
const LETTERS_FROM_WORD = 6;
const LETTERS_STUCK = 3;
const LETTERS_ALONE = 2;

/** A sign of a script without blanks between its words says about as much as three letters. */
const DENSE_SIGN_LETTERS = 3;

/** Four signs that are neither letters nor digits say about as much as a letter: the line under a table's head is nothing else. */
const OTHER_SIGN_LETTERS = 0.25;

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
    letters += LETTERS_OF[sign.kind];
    hasLetter ||= sign.isLetter;
    const length = tail.length - sign.at;
    if ((periods[length - 1] ?? 0) * 2 <= length) continue;
    const isStart = isBoundary(signs[index - 1], sign);
    const isStuck = !endsInBlank && sign.kind === "word" && hasLetter;
    const needed = !isStart ? LETTERS_ANYWHERE : isStuck ? LETTERS_STUCK : lettersFrom(sign);
    const isFirm = letters >= (isStart ? LETTERS_FIRM : LETTERS_ANYWHERE);
    if (letters >= needed) starts.unshift({ at: sign.at, strength: isFirm ? "firm" : "weak" });
    else if (isStart && hasLetter && letters >= LETTERS_ALONE) starts.unshift({ at: sign.at, strength: "alone" });
  }
  return starts;
}

const LETTERS_OF = { word: 1, dense: DENSE_SIGN_LETTERS, other: OTHER_SIGN_LETTERS, blank: 0 } as const;

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

/** Text that goes on begins with a blank too, and a script without blanks doubles its words. */
function lettersFrom(sign: Sign): number {
  return sign.kind === "blank" || sign.kind === "dense" ? LETTERS_FIRM : LETTERS_FROM_WORD;
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
