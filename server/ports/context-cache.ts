/** One turn as a model reads it. */
export type ContextTurn = { role: "user" | "assistant"; text: string };

/** Names a branch of a conversation by its last message. What stands above a message that has ended never changes. */
export type BranchName = { userId: string; conversationId: string; leafId: string };

/**
 * Keeps what models read of branches lately, so that the next turn of a lively conversation does not climb it
 * again. The database stays the truth; an engine that is away or was flushed costs a look there and nothing else.
 */
export interface ContextCache {
  /** The turns of the branch, from memory or else from `load`, which is asked at most once here. Throws what `load` throws. */
  read(name: BranchName, load: () => Promise<ContextTurn[]>): Promise<ContextTurn[]>;
  /** Forgets a conversation, as when it was deleted. Safe to repeat; never throws, a failure is logged. */
  forget(userId: string, conversationId: string): Promise<void>;
}
