import type { Message } from "#contracts/message.ts";

/** The text that says softly why an answer is not whole; null for one that is, or is still being written. */
export function answerNote({ status, finishReason, parts }: Message) {
  if (status === "running") return null;
  if (status === "stopped") return "chat.stopped";
  if (status === "interrupted") return "chat.interrupted";
  if (status === "failed") return "chat.failed";
  if (finishReason === "length") return "chat.cutByLength";
  if (finishReason === "content-filter") return "chat.cutByFilter";
  if (finishReason === "tool-calls") return "chat.cutByTools";
  return parts.length === 0 ? "chat.emptyAnswer" : null;
}
