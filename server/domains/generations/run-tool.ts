import { storableText } from "#contracts/storable-text.ts";
import { TOOL_OUTPUT_LENGTH_MAX } from "#contracts/tool-output-length.ts";
import type { MessagePart } from "#contracts/message.ts";
import { AppError } from "#server/errors.ts";
import type { Logger } from "#server/ports/logger.ts";
import type { Tool } from "#server/ports/tool-source.ts";
import { INPUT_LENGTH_MAX, TOOL_TIMEOUT_MS } from "./tool-limits.ts";

/** A call as a model wrote it. */
export type ToolCall = Extract<MessagePart, { type: "tool-call" }>;
/** What a model is told of its call. */
export type ToolOutcome = { output: string; isError: boolean };

type Needs = { tools: ReadonlyMap<string, Tool>; logger: Logger; timeoutMs?: number };

/**
 * Runs what a model called, in bounded time and with a bounded result that can be stored. Never throws: a tool that there is
 * not, an input that is no JSON, a refusal and a fault are results, too, and say so in words that a model can act on.
 */
export async function runTool(
  needs: Needs,
  { toolName, inputText }: ToolCall,
  signal: AbortSignal,
): Promise<ToolOutcome> {
  const tool = needs.tools.get(toolName);
  if (!tool) return fail(`There is no tool of this name. There are: ${[...needs.tools.keys()].join(", ") || "none"}.`);
  const input = readInput(inputText);
  if (input === undefined) return fail("The input is not a JSON object. Call the tool again with one.");
  const limit = AbortSignal.timeout(needs.timeoutMs ?? TOOL_TIMEOUT_MS);
  try {
    const output = await within(tool.run(input, AbortSignal.any([signal, limit])), [signal, limit]);
    return { output: bound(output), isError: false };
  } catch (error) {
    if (limit.aborted) return fail("The tool took too long and was stopped.");
    if (error instanceof AppError) return fail(error.userMessage);
    if (!signal.aborted) needs.logger.error({ toolName, error }, "a tool failed");
    return fail("The tool failed.");
  }
}

function readInput(text: string): unknown {
  if (text.trim() === "") return {};
  if (text.length > INPUT_LENGTH_MAX) return undefined;
  try {
    const input: unknown = JSON.parse(text);
    return typeof input === "object" && input !== null && !Array.isArray(input) ? input : undefined;
  } catch {
    // The model is told so.
    return undefined;
  }
}

/** Whoever waits is let go when a signal aborts, whatever the tool makes of it. */
async function within<Result>(work: Promise<Result>, signals: readonly AbortSignal[]): Promise<Result> {
  work.catch(() => null);
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(new Error("nobody waits for this tool any more"));
  for (const signal of signals) {
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
  }
  try {
    return await Promise.race([work, promise]);
  } finally {
    for (const signal of signals) signal.removeEventListener("abort", stop);
  }
}

function bound(output: string): string {
  const text = storableText(output);
  if (text === "") return "The tool has nothing to say.";
  if (text.length <= TOOL_OUTPUT_LENGTH_MAX) return text;
  const note = `\n[${text.length} characters; the rest is left out]`;
  return text.slice(0, TOOL_OUTPUT_LENGTH_MAX - note.length).toWellFormed() + note;
}

function fail(output: string): ToolOutcome {
  return { output: bound(output), isError: true };
}
