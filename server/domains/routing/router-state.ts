import { randomUUID } from "node:crypto";
import {
  type CallBudget,
  createHedgeBudget,
  createRetryBudget,
  HealthBoard,
  type RouterClock,
  systemClock,
  TokenCounter,
} from "#inference/index.ts";

/** What a process knows of deployments and has spent on extra calls. Each process has one. */
export type RouterState = {
  health: HealthBoard;
  retryBudget: CallBudget;
  hedgeBudget: CallBudget;
  tokenCounter: TokenCounter;
  clock: RouterClock;
  /** In [0, 1). */
  random: () => number;
};

/** The state of a process that has asked nobody yet. */
export function createRouterState(): RouterState {
  return {
    health: new HealthBoard(randomUUID()),
    retryBudget: createRetryBudget(),
    hedgeBudget: createHedgeBudget(),
    tokenCounter: new TokenCounter(),
    clock: systemClock,
    random: Math.random,
  };
}
