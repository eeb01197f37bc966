import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";

/** One turn of the conversation as a model reads it. */
export type ChatTurn = { role: "user" | "assistant"; text: string };

/** What a model is asked. `outputTokensMax` null leaves the limit to the provider. */
export type ChatRequest = {
  system: string | null;
  turns: readonly ChatTurn[];
  /**
   * The answer as far as it came before it broke off, already cut by `cutToContinue`: the model is
   * asked to go on with it, and the stream is only what comes behind it. Empty: a new answer.
   */
  continues: readonly MessagePart[];
  outputTokensMax: number | null;
};

/** One model behind one connection. */
export interface ChatModel {
  /**
   * Asks, and yields the answer as it comes. The order of parts is promised in
   * `contracts/stream-part.ts`: every fault of the provider, a cut without its terminal marker
   * included, is an `error` part and never a thrown error; an abort ends the stream silently.
   */
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<StreamPart>;
}
