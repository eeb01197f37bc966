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
};

/** How long a deleted conversation can be brought back. */
export const KEEP_DELETED_DAYS = 30;
