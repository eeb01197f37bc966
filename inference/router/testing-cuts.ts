import type { Scenario } from "#inference/simulator/scenarios.ts";
import { toTokens, type SimulatedAnswer } from "#inference/simulator/simulated-answer.ts";
import type { SimulatedWire } from "#inference/simulator/simulated-request.ts";
import { speechOf } from "#inference/simulator/speech-of.ts";
import { CORPUS } from "./testing-corpus.ts";

/** As many words as a model is told to repeat, or signs of a script without blanks. */
const REPEATED_WORDS = 10;

/**
 * For each text of the corpus three scenarios: `corpus-<name>` is whole; `cut-<name>-<bytes>` ends a
 * new answer after so many bytes; `overlap-<name>` goes on with its last ten words once more.
 */
export const CUT_SCENARIOS: Record<string, Scenario> = Object.fromEntries(
  Object.keys(CORPUS).flatMap((name): [string, Scenario][] => {
    const whole: Scenario = { description: `the corpus's ${name}`, answer: () => findAnswer(name) };
    const fault: Scenario["fault"] = (parameter, isContinued) =>
      isContinued ? null : { type: "cut", afterBytes: parameter ?? 0 };
    const goesOn: Scenario["goesOn"] = ({ written, rest }) => repeatLastWords(written, rest);
    return [
      [`corpus-${name}`, whole],
      [`cut-${name}`, { ...whole, fault }],
      [`overlap-${name}`, { ...whole, goesOn }],
    ];
  }),
);

/**
 * Where nothing is missing it says only what it repeats. Of a beginning that is shorter than that nobody
 * could tell whether it is repeated or goes on with the same words, and the splicer keeps both.
 */
function repeatLastWords(written: string, rest: string): string {
  const isDense = !/\s/.test(written);
  const words = isDense ? Array.from(written) : toTokens(written);
  if (words.length < REPEATED_WORDS) return rest === "" ? written : rest;
  return words.slice(-REPEATED_WORDS).join("") + rest;
}

/** One answer of the corpus. */
export function findAnswer(name: string): SimulatedAnswer {
  const answer = CORPUS[name];
  if (answer === undefined) throw new Error(`The corpus has no ${name}.`);
  return answer;
}

/** How many bytes an answer of the corpus has in a protocol after each of its events. */
export function findEventEnds(name: string, wire: SimulatedWire): number[] {
  let bytes = 0;
  const frames = speechOf(wire).writeFrames(findAnswer(name), `sim-cut-${name}-1234`);
  return frames.map(({ text }) => (bytes += Buffer.byteLength(text)));
}
