import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart, Usage } from "#contracts/stream-part.ts";
import type { ChatRequest, RoutedPart } from "#inference/index.ts";
import type { Logger } from "#server/ports/logger.ts";
import type { Tool } from "#server/ports/tool-source.ts";
import { runTool, type ToolCall, type ToolOutcome } from "./run-tool.ts";
import { CALLS_MAX, ROUNDS_MAX } from "./tool-limits.ts";
import { ToolRound } from "./tool-round.ts";

/** Asks a model, as `ChatModel.stream` and the router do: what goes wrong is a part, an abort ends it silently. */
type Ask = (request: ChatRequest, signal: AbortSignal) => AsyncIterable<RoutedPart>;

type Needs = { ask: Ask; tools: ReadonlyMap<string, Tool>; logger: Logger; timeoutMs?: number };

/**
 * One answer of a model that may call tools: asks, runs what it calls, and asks it to go on with the results, until it
 * has said what it has to say. Calls and results are parts of the answer. `request.continues` may be an answer that
 * broke off anywhere, cut by `cutToContinue`: it goes on from its results. `usage` grows from round to round, the last
 * one is the answer's. At most `ROUNDS_MAX` rounds are run; a model that calls on is told so once, and then cut off with the
 * reason `tool-calls`. Never throws by itself; an abort ends the stream silently.
 */
export async function* answerWithTools(
  needs: Needs,
  request: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<RoutedPart> {
  const tools = [...needs.tools.values()].map(({ name, description, inputSchema }) => ({
    name,
    description,
    inputSchema,
  }));
  if (tools.length === 0) return yield* needs.ask(request, signal);
  let continues = request.continues;
  let usage: Usage | null = null;
  let shown = 0;
  for (let number = countRounds(continues); ; number += 1) {
    const round = new ToolRound(continues, usage);
    const asked = { ...request, tools, continues };
    for await (const part of needs.ask(asked, signal)) {
      const visible = round.push(part);
      if (visible) yield visible;
      else if (part.type === "rewind") yield { ...part, toPart: shown + round.length };
    }
    if (signal.aborted || round.finishReason === null) return;
    const calls = round.calls();
    if (calls.length === 0 || !wantsResults(round) || number > ROUNDS_MAX) {
      yield { type: "finish", reason: round.finishReason };
      return;
    }
    const results: StreamPart[] = [];
    for await (const result of runAll(needs, calls, { isOver: number === ROUNDS_MAX, signal })) {
      if (signal.aborted) return;
      results.push(result);
      yield result;
    }
    shown += round.length + results.length;
    continues = round.content(results);
    usage = round.usage;
  }
}

/** Some servers end a call of tools with `stop`. What was cut off by its length or a filter is not to be run. */
function wantsResults({ finishReason }: ToolRound): boolean {
  return finishReason === "tool-calls" || finishReason === "stop" || finishReason === "other";
}

/** How many rounds an answer has behind it that is gone on with. */
function countRounds(continues: readonly MessagePart[]): number {
  return continues.filter(({ type }, index) => type === "tool-result" && continues[index + 1]?.type !== type).length;
}

/** Runs all at once, and tells the results in the order of the calls. */
async function* runAll(
  needs: Needs,
  calls: readonly ToolCall[],
  { isOver, signal }: { isOver: boolean; signal: AbortSignal },
): AsyncGenerator<StreamPart> {
  const runs = calls.map(async (call, index): Promise<ToolOutcome> => {
    if (isOver)
      return { output: "No more tools may be called for this answer. Answer with what is known.", isError: true };
    if (index >= CALLS_MAX)
      return { output: "Too many tools were called at once. Call this one again.", isError: true };
    return runTool(needs, call, signal);
  });
  for (const [index, { toolCallId }] of calls.entries()) {
    const outcome = await runs[index];
    if (outcome) yield { type: "tool-result", toolCallId, ...outcome };
  }
}
