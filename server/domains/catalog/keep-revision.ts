import type { CatalogueDocument } from "#contracts/catalogue-document.ts";
import type { CatalogueView } from "#contracts/catalogue.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { AppError } from "#server/errors.ts";
import { EVERYBODY } from "#server/ports/user-channel.ts";
import { presentCatalogue } from "./present-catalogue.ts";

type Needs = Pick<ServerContext, "catalogue" | "catalogueRevisions" | "userChannel" | "clock">;
type Change = { baseRevision: number; summary: string; document: CatalogueDocument };

/**
 * Makes a document the true one, and tells every open page. Throws AppError `conflict` where another change was made
 * since `baseRevision`: then nothing is kept.
 */
export async function keepRevision(ctx: Needs, actor: Pick<Actor, "userId">, change: Change): Promise<CatalogueView> {
  const isKept = await ctx.catalogueRevisions.insert({ ...change, madeAt: ctx.clock.now(), madeBy: actor.userId });
  if (!isKept) {
    throw new AppError("conflict", {
      userMessage:
        "Somebody else changed the catalogue meanwhile. Reload it, look at their change, and make yours again.",
    });
  }
  const snapshot = await ctx.catalogue.refresh();
  await ctx.userChannel.publish(EVERYBODY, { type: "models-changed" });
  return presentCatalogue(snapshot);
}
