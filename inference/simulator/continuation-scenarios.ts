import type { Scenario } from "./scenarios.ts";
import { answerWithText } from "./simulated-answer.ts";
import { writeCount } from "./texts.ts";

const NUMBERS = 200;
const OVERLAP_LENGTH = 40;

const countAnswer: Scenario["answer"] = () => answerWithText(writeCount(NUMBERS));

/** The scenarios that differ in how they go on with an answer that broke off; a new one counts to 200. */
export const CONTINUATION_SCENARIOS = {
  count: {
    description: "counts to 1,000, or to the parameter: no two words are alike, so a lost or doubled one shows",
    answer: (_question, parameter) => answerWithText(writeCount(parameter ?? 1_000)),
  },
  "breaks-once": {
    description: "breaks off in the middle of a new answer, and goes on whole when it is asked to",
    answer: countAnswer,
    fault: (_parameter, isContinued) => (isContinued ? null : { type: "in-band-error" }),
  },
  "breaks-for-good": {
    description: "breaks off in the middle of a new answer, and answers 500 when it is asked to go on",
    answer: countAnswer,
    fault: (_parameter, isContinued) =>
      isContinued ? { type: "status", status: 500, retryAfterSeconds: null } : { type: "in-band-error" },
  },
  overlap: {
    description: "goes on with its last 40 characters once more, or as many as the parameter says",
    answer: countAnswer,
    goesOn: ({ written, rest, parameter }) => written.slice(-(parameter ?? OVERLAP_LENGTH)) + rest,
  },
  introduces: {
    description: "goes on with a line about going on, and its last words once more",
    answer: countAnswer,
    goesOn: ({ written, rest }) =>
      `Sure, continuing from where I left off:\n\n${written.slice(-OVERLAP_LENGTH)}${rest}`,
  },
  restarts: {
    description: "starts over when it is asked to go on",
    answer: countAnswer,
    goesOn: ({ written, rest }) => written + rest,
  },
  "restarts-otherwise": {
    description: "starts over when it is asked to go on, and soon with other words",
    answer: countAnswer,
    goesOn: ({ written, rest }) => `${written.slice(0, 150)} and so on.${rest}`,
  },
  "says-nothing": {
    description: "ends without a word when it is asked to go on",
    answer: countAnswer,
    goesOn: () => "",
  },
  "no-continue": {
    description: "answers 400 when it is asked to go on",
    answer: countAnswer,
    fault: (_parameter, isContinued) => (isContinued ? { type: "status", status: 400, retryAfterSeconds: null } : null),
  },
} satisfies Record<string, Scenario>;
