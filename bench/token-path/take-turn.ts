import { v7 as createId } from "uuid";
import type { WebSocket } from "ws";

/** A conversation that a socket carries on; `parentId` is its latest answer. */
export type Stream = { webSocket: WebSocket; conversationId: string; parentId: string | null };

/** No answer of a bench takes so long; one that is lost must not hold the bench up for ever. */
const LOST_AFTER_MS = 120_000;

type Heard = { text: string; firstTokenMs: number };

/** Asks for an answer to the next message, and resolves with it when it is whole. Rejects where it is not. */
export function takeTurn(stream: Stream, modelId: string): Promise<Heard> {
  const { webSocket, conversationId, parentId } = stream;
  const ids = { messageId: createId(), answerId: createId(), generationId: createId() };
  stream.parentId = ids.answerId;
  return new Promise((resolve, reject) => {
    let text = "";
    let firstTokenMs = 0;
    const startedAt = performance.now();
    const lost = setTimeout(
      () => reject(new Error(`The end of an answer never came: ${text.length} characters.`)),
      LOST_AFTER_MS,
    );
    const onMessage = (data: Buffer): void => {
      const frame = JSON.parse(data.toString());
      text = grow(text, frame);
      if (text !== "") firstTokenMs ||= performance.now() - startedAt;
      const isOver = frame.type === "generation.end" || frame.type === "reject";
      if (!isOver) return;
      clearTimeout(lost);
      webSocket.off("message", onMessage);
      if (frame.message?.status === "ended") resolve({ text, firstTokenMs });
      else reject(new Error(data.toString().slice(0, 500)));
    };
    webSocket.on("message", onMessage);
    const parts = [{ type: "text", text: "Tell me something about rivers and the sea." }];
    const turn = { type: "message.send", requestId: ids.messageId, conversationId, parentId, parts, modelId, ...ids };
    webSocket.send(JSON.stringify(turn));
  });
}

/** The text that is shown after one more frame. */
function grow(text: string, frame: { type?: string; parts?: { text?: string }[] } | [string, number, string]): string {
  if (Array.isArray(frame)) return text + frame[2];
  if (frame.type !== "generation.snapshot") return text;
  return (frame.parts ?? []).map((part) => part.text ?? "").join("");
}
