import { continueAnswer } from "./continue-answer.ts";
import type { Frame } from "./frame.ts";
import type { NamedScenario } from "./parse-scenario-name.ts";
import type { SimulatedRequest } from "./simulated-request.ts";
import { speechOf } from "./speech-of.ts";

type Written = { frames: readonly Frame[]; errorFrame: Frame };

const CACHED_ANSWERS_MAX = 100;

/** Answers that are the same every time, so that a bench measures its client and not this server. */
const cache = new Map<string, Written>();

/** The answer of a scenario in the wire format that was asked for, and that format's error in the middle of a stream. */
export function writeFrames(request: SimulatedRequest, named: NamedScenario): Written {
  const { wire, modelName, question, continues } = request;
  const isAlwaysTheSame = continues === "" && !named.scenario.readsQuestion;
  const key = `${wire} ${modelName}`;
  const cached = isAlwaysTheSame ? cache.get(key) : undefined;
  if (cached !== undefined) return cached;
  const whole = named.scenario.answer(question, named.parameter, request);
  const answer = continueAnswer(whole, { ...named, written: continues });
  const speech = speechOf(wire);
  const written = { frames: speech.writeFrames(answer, modelName), errorFrame: speech.errorFrame };
  if (isAlwaysTheSame) {
    if (cache.size >= CACHED_ANSWERS_MAX) cache.clear();
    cache.set(key, written);
  }
  return written;
}
