/** One turn as a model reads it. */
export type ContextTurn = { role: "user" | "assistant"; text: string };

/**
 * Names a branch of a conversation by its last message, which has ended. What stands there changes in one case only:
 * an answer that was not whole is gone on with. Whoever does that forgets the conversation.
 */
export type BranchName = { userId: string; conversationId: string; leafId: string };

/**
 * Keeps what models read of branches lately, so that the next turn of a lively conversation does not climb it
 * again. The database stays the truth; an engine that is away or was flushed costs a look there and nothing else.
 */
export interface ContextCache {
  /** The turns of the branch, from memory or else from `load`, which is asked at most once here. Throws what `load` throws. */
  read(name: BranchName, load: () => Promise<ContextTurn[]>): Promise<ContextTurn[]>;
  /** Remembers what is known to stand in the branch, so that the next reading need not load it. Safe to repeat; never throws. */
  keep(name: BranchName, turns: readonly ContextTurn[]): Promise<void>;
  /**
   * Forgets a conversation, and what is loaded of it at this moment is not remembered. Call it before the commit that
   * changes it: from its return on nobody reads what was remembered. Safe to repeat; never throws, a failure is logged, and
   * then what is remembered may be read for an hour.
   */
  forget(userId: string, conversationId: string): Promise<void>;
}
