export { answerAgain } from "./answer-again.ts";
export { answerMessage } from "./answer-message.ts";
export type { AnsweredTurn } from "./answer-turn.ts";
export { beatGenerations } from "./beat-generations.ts";
export { deleteEndedLogs } from "./delete-ended-logs.ts";
export {
  type GenerationEnd,
  type GenerationListener,
  type GenerationRecord,
  type GenerationView,
  HEARTBEAT_EVERY_MS,
} from "./generation.ts";
export { findTurn } from "./find-turn.ts";
export { getGenerationEnd } from "./get-generation-end.ts";
export { listRunningGenerations } from "./list-running-generations.ts";
export { mergeParts } from "./merge-parts.ts";
export { reapStaleGenerations } from "./reap-stale-generations.ts";
export { stopGeneration } from "./stop-generation.ts";
