import type { ChatModel } from "#inference/chat-model.ts";
import type { Attempt } from "./attempt.ts";
import type { CallBudget } from "./call-budget.ts";
import type { Candidate } from "./candidate.ts";
import type { HealthBoard } from "./health/health-board.ts";
import type { RouterClock } from "./router-clock.ts";
import type { RouterLimits } from "./router-limits.ts";

/** What the router needs of its surroundings; everything but the request. */
export type RouterContext = {
  clock: RouterClock;
  /** In [0, 1). */
  random: () => number;
  createId: () => string;
  createChatModel: (candidate: Candidate) => ChatModel;
  health: HealthBoard;
  retryBudget: CallBudget;
  hedgeBudget: CallBudget;
  limits: RouterLimits;
  /**
   * Told of every call twice, when it starts (`running`) and when it has ended: also where nobody
   * reads the answer any more, which is why it is no part of the stream. Must not throw.
   */
  onAttempt: (attempt: Attempt) => void;
};
