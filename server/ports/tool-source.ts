import type { JsonObject } from "#contracts/json-object.ts";

/** A tool that this server runs for a model. */
export interface Tool {
  /** What a model calls it by: letters, digits and underscores, at most 64. */
  name: string;
  /** Tells a model when to call it and what it gets. */
  description: string;
  /** The JSON Schema of its input, an object's. */
  inputSchema: JsonObject;
  /**
   * What a model is told of this input, as text. The input is the model's and was not looked at before. Throws
   * AppError, whose `userMessage` the model is told, where it cannot do what is asked. `signal` aborts when nobody waits any more.
   */
  run(input: unknown, signal: AbortSignal): Promise<string>;
}

/** Where tools come from: what is built in, and later the servers that people connect. */
export interface ToolSource {
  /** The tools that there are now, in an order that stays the same. Their names are their own. Never throws. */
  list(): readonly Tool[];
}
