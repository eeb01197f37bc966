import { checkAnswers } from "./check-answers.ts";
import { checkLogs } from "./check-logs.ts";
import { checkQuestions } from "./check-questions.ts";
import { checkTakeovers } from "./check-takeovers.ts";
import { checkViews } from "./check-views.ts";
import type { Evidence, Leniency, Violation } from "./evidence.ts";

/** All that is wrong with what a seed left behind; nothing, when no answer was lost. Pure. */
export function checkEvidence(evidence: Evidence, leniency: Leniency): Violation[] {
  const all = [
    ...checkQuestions(evidence),
    ...checkAnswers(evidence, leniency),
    ...checkLogs(evidence, leniency),
    ...checkViews(evidence, leniency),
    ...checkTakeovers(evidence, leniency),
  ];
  // Who leaves again and again with the same wrong text says the same each time.
  return [...new Map(all.map((violation) => [JSON.stringify(violation), violation])).values()];
}
