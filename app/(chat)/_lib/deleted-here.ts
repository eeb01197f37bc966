const deletedIds = new Set<string>();

/** Remembers that a person deleted this conversation in this tab. */
export function noteDeletedHere(conversationId: string): void {
  deletedIds.add(conversationId);
}

/** True when this tab deleted the conversation, and so need not be told. */
export function isDeletedHere(conversationId: string): boolean {
  return deletedIds.has(conversationId);
}
