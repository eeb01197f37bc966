import { createHash } from "node:crypto";
import type { Cursor, ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import type { newTurn } from "./new-turn.ts";
import type { TestSocket } from "./test-socket.ts";
import { viewOf } from "./view.ts";

type Turn = ReturnType<typeof newTurn>;
type Received = ServerFrame | TextDeltaFrame;

/** What a reader saw of an answer that ended. */
export type Reading = {
  text: string;
  /** Of what it shows. */
  hash: string;
  /** As the server says it. */
  contentHash: string;
  /** How often it was told to move. */
  moves: number;
};

/** Asks a question and reads the answer to its end as a page does: when its socket closes it opens another and goes on from its cursor. */
export async function readWhileMoving(turn: Turn, open: () => Promise<TestSocket>): Promise<Reading> {
  const heard: Received[] = [];
  const asked = await askPersistently(turn, open);
  let { socket } = asked;
  for (let { moves } = asked; ; moves++) {
    const isOver = await Promise.race([
      socket.next("generation.end").then(() => true),
      socket.closed.then(() => false),
    ]);
    heard.push(...socket.frames);
    if (isOver || heard.some((frame) => isEnd(frame))) {
      socket.close();
      return { ...describe(heard, turn), moves };
    }
    socket = await open();
    const cursor = findCursor(heard, turn.generationId);
    const cursors = cursor ? { [turn.generationId]: cursor } : {};
    socket.send({ type: "conversation.subscribe", conversationId: turn.conversationId, cursors });
  }
}

/** What was not acknowledged when the socket closed is sent again, under the same ids, as a page does. */
async function askPersistently(turn: Turn, open: () => Promise<TestSocket>) {
  for (let moves = 0; ; moves++) {
    const socket = await open();
    const isTaken = await Promise.race([socket.ask(turn).then(() => true), socket.closed.then(() => false)]);
    if (isTaken) return { socket, moves };
  }
}

function describe(heard: readonly Received[], turn: Turn): Omit<Reading, "moves"> {
  const contentHash = heard.find(isEnd)?.contentHash ?? "";
  // What ended while it moved comes as it is stored.
  const stored = heard.findLast(
    (frame) => isPut(frame) && frame.message.id === turn.answerId && frame.message.status === "ended",
  );
  if (!stored || !isPut(stored)) return { ...viewOf(heard, turn.generationId), contentHash };
  const { parts } = stored.message;
  const text = parts.map((part) => ("text" in part ? part.text : "")).join("");
  return { text, hash: createHash("sha256").update(JSON.stringify(parts)).digest("hex"), contentHash };
}

function findCursor(heard: readonly Received[], generationId: string): Cursor | null {
  const shown = heard.findLast((frame) => isShown(frame) && frame.generationId === generationId);
  if (!shown || !isShown(shown)) return null;
  return { epoch: shown.cursor.epoch, seq: viewOf(heard, generationId).seq };
}

type FrameOf<Type extends ServerFrame["type"]> = Extract<ServerFrame, { type: Type }>;

function isEnd(frame: Received): frame is FrameOf<"generation.end"> {
  return !Array.isArray(frame) && frame.type === "generation.end";
}

function isPut(frame: Received): frame is FrameOf<"message.put"> {
  return !Array.isArray(frame) && frame.type === "message.put";
}

function isShown(frame: Received): frame is FrameOf<"generation.snapshot"> | FrameOf<"generation.resume"> {
  return !Array.isArray(frame) && (frame.type === "generation.snapshot" || frame.type === "generation.resume");
}
