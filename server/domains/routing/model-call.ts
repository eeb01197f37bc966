import type { Attempt, ChatRequest } from "#inference/index.ts";

/** Who asks which model what, and for which answer the calls count. */
export type ModelCall = {
  userId: string;
  generationId: string;
  modelId: string;
  request: ChatRequest;
  /** Told of every call to a provider twice: when it starts and when it has ended. */
  onAttempt?: (attempt: Attempt) => void;
};
