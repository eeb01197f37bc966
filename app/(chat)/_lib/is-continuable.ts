import type { Message } from "#contracts/message.ts";

/** True for an answer that broke off with something written: it can go on from there. */
export function isContinuable({ status, finishReason, parts }: Message): boolean {
  if (parts.every(({ type }) => type === "notice")) return false;
  if (status === "ended") return finishReason === "length";
  return status === "interrupted" || status === "stopped" || status === "failed";
}
