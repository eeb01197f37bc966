import { type Attempt, createChatRequest, type RoutedPart, textTurn } from "#inference/index.ts";
import type { ServerContext } from "#server/context.ts";
import { getConnectionLabel } from "#server/domains/catalog/index.ts";
import { askModel, type AskNeeds } from "#server/domains/routing/index.ts";
import { getSettings } from "#server/domains/settings/index.ts";
import type { ContextTurn } from "#server/ports/context-cache.ts";
import { persist } from "#server/persist.ts";
import { composeSystemPrompt } from "./compose-system-prompt.ts";
import type { LiveGeneration } from "./live-generation.ts";
import type { AnswerSource } from "./run-generation.ts";

type Needs = AskNeeds & Pick<ServerContext, "settings">;

/** The answer of the generation's model to these turns, with the person's own instructions. Dials when it is read. */
export function dialModel(
  ctx: Needs,
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

async function* stream(ctx: Needs, live: LiveGeneration, { context, onAttempt }: Asking): AsyncGenerator<RoutedPart> {
  const { userId, modelId, id: generationId } = live.record;
  // The message is durable by then: a database that is away for a moment must not cost it its answer.
  const [settings, turns] = await Promise.all([persist(() => getSettings(ctx, userId), live.signal), context]);
  const system = composeSystemPrompt(settings.customInstructions, ctx.clock.now());
  const request = createChatRequest({ system, turns: turns.map(textTurn), continues: live.content() });
  yield* askModel(ctx, { userId, generationId, modelId, request, onAttempt }, live.signal);
}

/** Another deployment goes on with what was shown: a piece of the answer of its own. */
function noteSeam(ctx: Needs, live: LiveGeneration, { kind, outcome, modelId }: Attempt): void {
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
