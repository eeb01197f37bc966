import { MESSAGE_TEXT_LENGTH_MAX } from "#contracts/message-length.ts";

/** Why the composer cannot send now. */
export type SendBlock = "empty" | "too-long" | "no-model";

type Composing = { text: string; modelId: string | null };

/** The first reason why nothing can be sent now; null when it can. What has to wait for something is kept and sent then. */
export function findSendBlock({ text, modelId }: Composing): SendBlock | null {
  if (text.trim() === "") return "empty";
  if (text.length > MESSAGE_TEXT_LENGTH_MAX) return "too-long";
  return modelId === null ? "no-model" : null;
}
