import type { ChatRequest } from "#inference/chat-model.ts";
import type { Candidate } from "./candidate.ts";
import type { Consideration } from "./consideration.ts";

/** One answer to be had: what is asked, and of whom, as `chooseCandidates` says. */
export type Route = {
  request: ChatRequest;
  order: readonly Candidate[];
  considered: readonly Consideration[];
  /** When the answer must have ended, in milliseconds since 1970; null where there is time. */
  deadlineAt: number | null;
};
