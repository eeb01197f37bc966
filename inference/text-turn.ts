import type { ChatTurn } from "./chat-model.ts";

/** A turn that is one text. */
export function textTurn({ role, text }: { role: ChatTurn["role"]; text: string }): ChatTurn {
  return { role, parts: [{ type: "text", text }] };
}
