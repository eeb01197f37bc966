export { answerAgain } from "./answer-again.ts";
export { answerMessage } from "./answer-message.ts";
export type { AnsweredTurn } from "./answer-turn.ts";
export { beatGenerations } from "./beat-generations.ts";
export { claimIdleGenerations } from "./claim-idle-generations.ts";
export { claimQueuedGenerations } from "./claim-queued-generations.ts";
export { continueAnswer } from "./continue-answer.ts";
export { deleteEndedLogs } from "./delete-ended-logs.ts";
export {
  CLAIM_EVERY_MS,
  CLAIM_WITHIN_MS,
  type GenerationEnd,
  type GenerationListener,
  type GenerationRecord,
  type GenerationView,
  HEARTBEAT_EVERY_MS,
  STALE_AFTER_MS,
} from "./generation.ts";
export { findTurn } from "./find-turn.ts";
export { getGenerationEnd } from "./get-generation-end.ts";
export { handOverGenerations } from "./hand-over-generations.ts";
export { listRunningGenerations } from "./list-running-generations.ts";
export { mergeParts } from "./merge-parts.ts";
export { stopGeneration } from "./stop-generation.ts";
