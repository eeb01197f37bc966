import type { CatalogueView } from "#contracts/catalogue.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { assertMayKeepCatalogue } from "./policy.ts";
import { presentCatalogue } from "./present-catalogue.ts";

/** The catalogue as it is now. Throws AppError `forbidden` for who is no administrator. */
export async function getCatalogue(ctx: Pick<ServerContext, "catalogue">, actor: Actor): Promise<CatalogueView> {
  assertMayKeepCatalogue(actor);
  return presentCatalogue(await ctx.catalogue.refresh());
}
