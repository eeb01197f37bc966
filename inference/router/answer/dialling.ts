import type { ChatRequest } from "#inference/chat-model.ts";
import type { AttemptKind } from "#inference/router/attempt.ts";
import type { Candidate } from "#inference/router/candidate.ts";
import type { Consideration } from "#inference/router/consideration.ts";

/** What is asked of whom, and what stands of the answer by then. */
export type Dialling = {
  candidate: Candidate;
  request: ChatRequest;
  kind: AttemptKind;
  number: number;
  fromPart: number;
  considered: readonly Consideration[];
  deadlineAt: number | null;
  /** How long the first of its content is waited for, in milliseconds; null: as long as the wire does. */
  patienceMs: number | null;
};
