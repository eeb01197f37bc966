/** Where a title comes from: a better source replaces a lesser one, never the other way. */
type TitleSource = "first-words" | "model" | "person";

/** A conversation as stored, with whether an answer is being written in it. */
export type ConversationRecord = {
  id: string;
  title: string;
  titleSource: TitleSource;
  modelId: string | null;
  currentLeafId: string | null;
  createdAt: Date;
  updatedAt: Date;
  isRunning: boolean;
  isUnread: boolean;
};

/** What a person's list of conversations missed: those that changed, and the ids of those that were deleted. */
export type ConversationChanges = { changed: ConversationRecord[]; deletedIds: string[] };

/** How long a deleted conversation can be brought back. */
export const KEEP_DELETED_DAYS = 30;
