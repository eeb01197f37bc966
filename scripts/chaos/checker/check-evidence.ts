import { checkAnswers } from "./check-answers.ts";
import { checkLogs } from "./check-logs.ts";
import { checkQuestions } from "./check-questions.ts";
import { checkViews } from "./check-views.ts";
import type { Evidence, Leniency, Violation } from "./evidence.ts";

/** All that is wrong with what a seed left behind; nothing, when no answer was lost. Pure. */
export function checkEvidence(evidence: Evidence, leniency: Leniency): Violation[] {
  return [
    ...checkQuestions(evidence),
    ...checkAnswers(evidence, leniency),
    ...checkLogs(evidence, leniency),
    ...checkViews(evidence, leniency),
  ];
}
