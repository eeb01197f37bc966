import { type Attempt, type ChatRequest, createChatRequest, type RoutedPart, textTurn } from "#inference/index.ts";
import type { ServerContext } from "#server/context.ts";
import { getConnectionLabel } from "#server/domains/catalog/index.ts";
import { askModel, type AskNeeds, findToolNames } from "#server/domains/routing/index.ts";
import { getSettings } from "#server/domains/settings/index.ts";
import type { ContextTurn } from "#server/ports/context-cache.ts";
import { persist } from "#server/persist.ts";
import type { Tool } from "#server/ports/tool-source.ts";
import { answerWithTools } from "./answer-with-tools.ts";
import { composeSystemPrompt } from "./compose-system-prompt.ts";
import { findTools } from "./find-tools.ts";
import type { LiveGeneration } from "./live-generation.ts";
import type { AnswerSource } from "./run-generation.ts";

/** What asking for an answer touches. */
export type DialNeeds = AskNeeds & Pick<ServerContext, "settings" | "toolSources">;

/** The answer of the generation's model to these turns, with the person's own instructions. Dials when it is read. */
export function dialModel(
  ctx: DialNeeds,
  live: LiveGeneration,
  context: Promise<ContextTurn[]>,
): Pick<AnswerSource, "stream" | "label"> & { context: Promise<ContextTurn[]> } {
  const { userId, modelId } = live.record;
  let lastLabel: string | null = null;
  const onAttempt = (attempt: Attempt): void => {
    lastLabel = attempt.connectionLabel;
    noteSeam(ctx, live, attempt);
  };
  return {
    context,
    stream: stream(ctx, live, { context, onAttempt }),
    // A connection that cannot be opened has no name, and that must not keep an answer from its end.
    label: async () =>
      lastLabel ?? (await getConnectionLabel(ctx, userId, modelId).catch(() => null)) ?? "The provider",
  };
}

type Asking = { context: Promise<ContextTurn[]>; onAttempt: (attempt: Attempt) => void };

async function* stream(
  ctx: DialNeeds,
  live: LiveGeneration,
  { context, onAttempt }: Asking,
): AsyncGenerator<RoutedPart> {
  const { userId, modelId, id: generationId } = live.record;
  // The message is durable by then: a database that is away for a moment must not cost it its answer.
  const [settings, turns, tools] = await Promise.all([
    persist(() => getSettings(ctx, userId), live.signal),
    context,
    offerTools(ctx, userId, modelId),
  ]);
  const system = composeSystemPrompt(settings.customInstructions, ctx.clock.now());
  const request = createChatRequest({ system, turns: turns.map(textTurn), continues: live.content() });
  const ask = (asked: ChatRequest, signal: AbortSignal): AsyncIterable<RoutedPart> =>
    askModel(ctx, { userId, generationId, modelId, request: asked, onAttempt }, signal);
  yield* answerWithTools({ ask, tools, logger: ctx.logger }, request, live.signal);
}

/** None where it cannot be found out: whoever is asked then says what is wrong. */
async function offerTools(ctx: DialNeeds, userId: string, modelId: string): Promise<ReadonlyMap<string, Tool>> {
  const names = await findToolNames(ctx, userId, modelId).catch(() => []);
  return findTools(ctx.toolSources, names);
}

/** Another deployment goes on with what was shown: a piece of the answer of its own. */
function noteSeam(ctx: DialNeeds, live: LiveGeneration, { kind, outcome, modelId }: Attempt): void {
  if (kind !== "failover" || outcome !== "running" || live.parts.length === 0) return;
  live.segments.push({
    reason: "failover",
    epoch: live.record.epoch,
    modelId,
    fromSeq: live.parts.length + 1,
    at: ctx.clock.now().toISOString(),
    silentMs: 0,
    fruitless: 0,
  });
}
