import { CLAIM_WITHIN_MS } from "#server/domains/generations/generation.ts";

/** The longest answer of a plan, from its first word to its last. */
const LONGEST_ANSWER_MS = 3_000;

/** For a machine that has more to do than this. */
const SLACK_MS = 6_000;

/** From when every process is ready again, everything must have ended: claimed, written to its end, and told. */
export const SETTLE_WITHIN_MS = CLAIM_WITHIN_MS + LONGEST_ANSWER_MS + SLACK_MS;
