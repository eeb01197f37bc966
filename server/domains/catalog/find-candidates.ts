import type { Candidate, RoutePolicy } from "#inference/index.ts";
import type { Tokenizer } from "#contracts/catalogue-document.ts";
import type { ServerContext } from "#server/context.ts";
import { splitModelId } from "./catalog.ts";
import { findModelCandidates } from "./find-model-candidates.ts";
import { findNamedCandidates } from "./find-named-candidates.ts";

type Needs = Pick<ServerContext, "catalog" | "catalogue" | "clock" | "localServers" | "secretBox">;

/** All that could answer. `connection.apiKey` is an opened key: never log or keep it. */
export type FoundCandidates = {
  /** The model that is asked: where an alias was, the one it stands for now. */
  modelId: string;
  /** Every deployment of the model, and behind them those of `policy.fallbackModelIds`. At least one. */
  candidates: Candidate[];
  policy: RoutePolicy;
  /** How the model's tokens are counted. */
  tokenizer: Tokenizer;
  /** The tools that the model may call; null: all. */
  toolNames: readonly string[] | null;
};

/**
 * What a model id means for this person: a model of the catalogue, an alias, or a model of one connection by
 * `connectionId/modelName` (of the instance, their own, of a server of this machine, the demo). Null where it means
 * nothing, another person's connection included. From memory, but for personal connections. Throws where no key of
 * those that could answer can be opened.
 */
export async function findCandidates(ctx: Needs, userId: string, modelId: string): Promise<FoundCandidates | null> {
  const named = splitModelId(modelId);
  if (named) return findNamedCandidates(ctx, userId, named);
  return findModelCandidates(
    { secretBox: ctx.secretBox, now: ctx.clock.now() },
    await ctx.catalogue.current(),
    modelId,
  );
}
