import type { ConnectionStatus } from "#app/_lib/realtime/connection-status.ts";
import { MESSAGE_TEXT_LENGTH_MAX } from "#contracts/message-length.ts";

/** Why the composer cannot send now. */
export type SendBlock = "empty" | "too-long" | "offline" | "no-model" | "running";

type Composing = { text: string; status: ConnectionStatus; modelId: string | null; isRunning: boolean };

/** The first reason why nothing can be sent now; null when it can. */
export function findSendBlock({ text, status, modelId, isRunning }: Composing): SendBlock | null {
  if (isRunning) return "running";
  if (text.trim() === "") return "empty";
  if (text.length > MESSAGE_TEXT_LENGTH_MAX) return "too-long";
  if (status === "offline") return "offline";
  return modelId === null ? "no-model" : null;
}
