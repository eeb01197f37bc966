import type { CatalogueView } from "#contracts/catalogue.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { AppError } from "#server/errors.ts";
import { EMPTY_DOCUMENT } from "./empty-document.ts";
import { keepRevision } from "./keep-revision.ts";
import { assertMayKeepCatalogue } from "./policy.ts";
import type { UndoCatalogueInput } from "./schema.ts";

type Needs = Pick<ServerContext, "catalogue" | "catalogueRevisions" | "userChannel" | "clock">;

/**
 * Makes the document of an earlier revision true again, as one more revision: nothing of what happened is lost. Throws
 * AppError `not-found`, or `conflict` where `baseRevision` is not the newest.
 */
export async function undoCatalogue(ctx: Needs, actor: Actor, input: UndoCatalogueInput): Promise<CatalogueView> {
  assertMayKeepCatalogue(actor);
  const { revision, baseRevision } = input;
  const document = revision === 0 ? EMPTY_DOCUMENT : (await ctx.catalogueRevisions.find(revision))?.document;
  if (!document) throw new AppError("not-found", { userMessage: "There is no such revision that could be read." });
  const summary = revision === 0 ? "Everything as it was in the beginning" : `As it was in revision ${revision}`;
  return keepRevision(ctx, actor, { baseRevision, document, summary });
}
