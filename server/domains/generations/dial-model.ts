import { createChatRequest, textTurn } from "#inference/index.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { ServerContext } from "#server/context.ts";
import { getConnectionLabel, streamModel } from "#server/domains/catalog/index.ts";
import { getSettings } from "#server/domains/settings/index.ts";
import type { ContextTurn } from "#server/ports/context-cache.ts";
import { persist } from "#server/persist.ts";
import { composeSystemPrompt } from "./compose-system-prompt.ts";
import type { LiveGeneration } from "./live-generation.ts";
import type { AnswerSource } from "./run-generation.ts";

type Needs = Pick<ServerContext, "catalog" | "catalogue" | "clock" | "localServers" | "secretBox" | "settings">;

/** The answer of the generation's model to these turns, with the person's own instructions. Dials when it is read. */
export function dialModel(
  ctx: Needs,
  live: LiveGeneration,
  context: Promise<ContextTurn[]>,
): Pick<AnswerSource, "stream" | "label"> & { context: Promise<ContextTurn[]> } {
  const { userId, modelId } = live.record;
  return {
    context,
    stream: stream(ctx, live, context),
    // A connection that cannot be opened has no name, and that must not keep an answer from its end.
    label: async () => (await getConnectionLabel(ctx, userId, modelId).catch(() => null)) ?? "The provider",
  };
}

async function* stream(ctx: Needs, live: LiveGeneration, context: Promise<ContextTurn[]>): AsyncGenerator<StreamPart> {
  const { userId, modelId } = live.record;
  // The message is durable by then: a database that is away for a moment must not cost it its answer.
  const [settings, turns] = await Promise.all([persist(() => getSettings(ctx, userId), live.signal), context]);
  const system = composeSystemPrompt(settings.customInstructions, ctx.clock.now());
  const request = createChatRequest({ system, turns: turns.map(textTurn), continues: live.content() });
  yield* streamModel(ctx, { userId, modelId, request }, live.signal);
}
