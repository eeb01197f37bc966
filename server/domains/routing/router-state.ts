import { randomUUID } from "node:crypto";
import {
  type CallBudget,
  createHedgeBudget,
  createRetryBudget,
  HealthBoard,
  type RouterClock,
  systemClock,
  TokenCounter,
  VllmLoads,
} from "#inference/index.ts";

/** What a process knows of deployments and has spent on extra calls. Each process has one. */
export type RouterState = {
  health: HealthBoard;
  retryBudget: CallBudget;
  hedgeBudget: CallBudget;
  tokenCounter: TokenCounter;
  vllmLoads: VllmLoads;
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
    vllmLoads: new VllmLoads(),
    clock: systemClock,
    random: Math.random,
  };
}
