import { randomUUID } from "node:crypto";
import { DatabaseError } from "pg";
import type { Database } from "#server/adapters/postgres/database.ts";
import { createWriteBatcher } from "#server/adapters/postgres/write-batcher.ts";
import { AppError } from "#server/errors.ts";
import type { MessageNode, MessageRecord, NewTurn, Place, PlaceNames } from "./message.ts";
import { findPlaceText, LIST_BRANCH, LIST_NODES, READ_BRANCH } from "./message-statements-repository.ts";
import { turnWrite } from "./turn-write-repository.ts";

/** The messages of one person's conversations, as trees. */
export type MessageRepository = {
  /**
   * Writes a turn with its conversation and its generation in one commit, shared with all who write
   * at this moment. False when the generation was there already: nothing is written twice. Throws AppError `conflict`, and
   * then nothing is written, where that generation writes another turn or the conversation is deleted.
   */
  saveTurn(userId: string, turn: NewTurn): Promise<boolean>;
  findPlace(userId: string, names: PlaceNames): Promise<Place>;
  /** The messages with these ids, in no promised order. */
  listNodes(userId: string, conversationId: string, ids: readonly string[]): Promise<MessageNode[]>;
  /** The last `limit` messages of the current branch, or of what stands above `before`, oldest first. */
  listBranch(
    userId: string,
    branch: { conversationId: string; before: string | null; limit: number },
  ): Promise<MessageNode[]>;
  /** From the leaf upwards until a bound is reached, returned oldest first. */
  readBranch(userId: string, branch: BranchBounds): Promise<Pick<MessageRecord, "id" | "role" | "parts">[]>;
};

type BranchBounds = { conversationId: string; leafId: string; messagesMax: number; charactersMax: number };

/** The messages in PostgreSQL; plain SQL, because every message passes here. */
export function createMessageRepository({ pool, writePool }: Pick<Database, "pool" | "writePool">): MessageRepository {
  const saveTurn = createWriteBatcher(writePool, turnWrite);
  return {
    saveTurn: (userId, turn) =>
      saveTurn({ userId, turn, writerToken: randomUUID() }).catch((error: unknown) => {
        throw isRefused(error)
          ? new AppError("conflict", { message: "a turn has no place any more", cause: error })
          : error;
      }),
    async findPlace(userId, { conversationId, parentId, generationId, messageIds }) {
      const { name, text } = findPlaceText(parentId === null);
      const values = [userId, conversationId, generationId, messageIds, ...(parentId === null ? [] : [parentId])];
      const [place] = (await pool.query<Place>({ name, text, values })).rows;
      return place ?? { isDeleted: null, parent: null, generation: null, isTaken: false, siblingIds: [] };
    },
    async listNodes(userId, conversationId, ids) {
      const query = { name: "messages.list-nodes", text: LIST_NODES, values: [userId, conversationId, ids] };
      return (await pool.query<MessageNode>(query)).rows;
    },
    async listBranch(userId, { conversationId, before, limit }) {
      const query = {
        name: "messages.list-branch",
        text: LIST_BRANCH,
        values: [userId, conversationId, before, limit],
      };
      return (await pool.query<MessageNode>(query)).rows;
    },
    async readBranch(userId, { conversationId, leafId, messagesMax, charactersMax }) {
      const values = [userId, conversationId, leafId, messagesMax, charactersMax];
      const query = { name: "messages.read-branch", text: READ_BRANCH, values };
      return (await pool.query<Pick<MessageRecord, "id" | "role" | "parts">>(query)).rows;
    },
  };
}

/** By what turn-write-repository.ts says: not_null_violation. */
function isRefused(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === "23502";
}
