import type { JsonObject } from "#contracts/json-object.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";

/** The kinds of image that every provider reads. */
export type ImageMediaType = "image/png" | "image/jpeg" | "image/webp" | "image/gif";

/** One piece of a turn. Calls of tools stand in the assistant's turns, their results in the person's turn that follows. */
export type ChatPart =
  | { type: "text"; text: string }
  | { type: "image"; mediaType: ImageMediaType; base64: string }
  | { type: "tool-call"; toolCallId: string; toolName: string; inputText: string }
  | { type: "tool-result"; toolCallId: string; toolName: string; output: string; isError: boolean };

/** One turn of the conversation as a model reads it. */
export type ChatTurn = { role: "user" | "assistant"; parts: readonly ChatPart[] };

/** A tool that a model may call; `inputSchema` is the JSON Schema of its arguments, an object's. */
export type ChatTool = { name: string; description: string; inputSchema: JsonObject };

/** What a model is asked. `outputTokensMax` and `reasoningEffort` null leave the matter to the provider. */
export type ChatRequest = {
  system: string | null;
  turns: readonly ChatTurn[];
  /**
   * The answer as far as it came before it broke off, already cut by `cutToContinue`: the model is
   * asked to go on with it, and the stream is only what comes behind it. Empty: a new answer.
   */
  continues: readonly MessagePart[];
  outputTokensMax: number | null;
  /** The tools that it may call, several at once; empty: none. */
  tools: readonly ChatTool[];
  /** JSON that fits this schema instead of prose; null: prose. */
  answerFormat: { name: string; schema: JsonObject } | null;
  reasoningEffort: "low" | "medium" | "high" | null;
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
