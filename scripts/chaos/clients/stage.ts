import type { Journal } from "./journal.ts";

/** What all clients of a seed share. */
export type Stage = {
  /** By `performance.now()`. */
  startedAt: number;
  /** The ids of the plan's conversations, by their places in it. */
  conversationIds: readonly string[];
  /** Whose each conversation is. */
  userIds: readonly string[];
  journal: Journal;
  toModelId: (modelName: string) => string;
};
