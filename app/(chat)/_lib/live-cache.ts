import type { QueryClient } from "@tanstack/react-query";
import type { ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import { applyConversationDelete, applyConversationPut, refreshConversations } from "#app/_lib/conversation-list.ts";

/**
 * Who heard nothing for so long before a new connection may have missed more than conversations, which alone are told
 * afterwards. What is asked for again otherwise, when it is shown anew, is as old as this too.
 */
const LONG_SILENCE_MS = 60_000;

/** Keeps what procedures returned as fresh as the server says. */
export class LiveCache {
  readonly #queryClient: QueryClient;
  readonly #nowMs: () => number;
  #heardAtMs: number;

  /** To be made when the page was just read. */
  constructor(queryClient: QueryClient, nowMs: () => number) {
    this.#queryClient = queryClient;
    this.#nowMs = nowMs;
    this.#heardAtMs = nowMs();
  }

  /** Takes in a frame; `tellsMissed`: the server tells by itself which conversations changed meanwhile. */
  receive(frame: ServerFrame | TextDeltaFrame, tellsMissed: boolean): void {
    if (Array.isArray(frame)) return;
    const silentMs = this.#nowMs() - this.#heardAtMs;
    this.#heardAtMs += silentMs;
    if (frame.type === "welcome") this.#connect(silentMs, tellsMissed);
    else this.#apply(frame);
  }

  #connect(silentMs: number, tellsMissed: boolean): void {
    if (!tellsMissed) void refreshConversations(this.#queryClient);
    if (silentMs > LONG_SILENCE_MS) this.#readAnew("models", "settings");
  }

  #apply(frame: ServerFrame): void {
    if (frame.type === "conversation.put") applyConversationPut(this.#queryClient, frame.conversation);
    else if (frame.type === "conversation.delete") applyConversationDelete(this.#queryClient, frame.conversationId);
    else if (frame.type === "models.changed") this.#readAnew("models");
    else if (frame.type === "settings.changed") this.#readAnew("settings");
    else if (frame.type === "account.stale") this.#readAnew("conversations", "models", "settings");
  }

  #readAnew(...domains: string[]): void {
    for (const domain of domains) void this.#queryClient.invalidateQueries({ queryKey: [[domain]] });
  }
}
