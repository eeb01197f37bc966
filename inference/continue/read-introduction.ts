/** How long the introduction of a text is, and whether more text could still make one. */
export type Introduction = { length: number; mayGrow: boolean };

/** The longest introduction that is looked for, in UTF-16 units. */
const LENGTH_MAX = 160;

/** Words to the person, which begin no sentence of an answer that broke off. */
const ADDRESSES = (
  "sure|certainly|of course|okay|ok|absolutely|my apologies|apologies|i apologize|sorry|" +
  "natürlich|klar|gerne|gern|entschuldigung|entschuldige"
).split("|");
/** Words that may as well begin a sentence of the answer. */
const ANNOUNCEMENTS = ["continuing", "continued", "continuation", "here", "hier", "fortsetzung", "weiter"];

const ADDRESSES_THE_PERSON = startsWithOneOf(ADDRESSES);
const ANNOUNCES = startsWithOneOf(ANNOUNCEMENTS);
const GOES_ON =
  /continu|carry(ing)? on|left off|stopped|broke off|cut off|\brest\b|fortsetz|fortfahr|weiter|abgebrochen/i;
const NAMES_THE_BREAK =
  /^\S+[:.…]|left off|(it|i) stopped|broke off|cut off|continuation|rest of (my|the) (answer|response)|abgebrochen/i;

/**
 * A first line that is about the answer and no part of it, such as `Sure, continuing where I left
 * off:`, with the blank lines behind it. A line that could as well belong to the answer is none.
 */
export function readIntroduction(text: string): Introduction {
  const start = text.search(/[^\n]/);
  if (start === -1) return { length: 0, mayGrow: false };
  const said = text.slice(start);
  // It would begin like a sentence, which the middle of one does not.
  if (!/^\p{Lu}/u.test(said) || !couldBegin(said)) return { length: 0, mayGrow: false };
  const line = /^[^\n:]*(:[ \t]*\n{1,2}|:|\n{1,2})/.exec(said)?.[0];
  // What follows shows how many line breaks there are.
  if (line === undefined || line.length === said.length) return { length: 0, mayGrow: said.length < LENGTH_MAX };
  const isAboutIt = ADDRESSES_THE_PERSON.test(line)
    ? GOES_ON.test(line)
    : ANNOUNCES.test(line) && NAMES_THE_BREAK.test(line);
  return { length: isAboutIt && line.length <= LENGTH_MAX ? start + line.length : 0, mayGrow: false };
}

function couldBegin(said: string): boolean {
  if (ADDRESSES_THE_PERSON.test(said) || ANNOUNCES.test(said)) return true;
  const lower = said.toLowerCase();
  return [...ADDRESSES, ...ANNOUNCEMENTS].some((words) => words.startsWith(lower));
}

function startsWithOneOf(words: readonly string[]): RegExp {
  return new RegExp(`^(${words.join("|")})(?![\\p{L}\\p{N}])`, "iu");
}
