import type { CatalogueRevision } from "#contracts/catalogue.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import type { RevisionRecord } from "./catalogue-revision.ts";
import { diffDocuments } from "./diff-documents.ts";
import { EMPTY_DOCUMENT } from "./empty-document.ts";
import { assertMayKeepCatalogue } from "./policy.ts";
import type { ListRevisionsInput } from "./schema.ts";

/** As many differences of one revision are told: one that replaces everything would tell thousands. */
const DIFFERENCES_MAX = 200;

/** The changes of the catalogue with who made them and what they changed, the newest first. Throws AppError `forbidden`. */
export async function listRevisions(
  ctx: Pick<ServerContext, "catalogueRevisions">,
  actor: Actor,
  { before, limit }: ListRevisionsInput,
): Promise<CatalogueRevision[]> {
  assertMayKeepCatalogue(actor);
  // One more, for what the last one of the page changed.
  const records = await ctx.catalogueRevisions.list({ before, limit: limit + 1 });
  return records.slice(0, limit).map((record, index) => present(record, records[index + 1]));
}

function present(
  { id, madeAt, madeBy, summary, document }: RevisionRecord,
  earlier?: RevisionRecord,
): CatalogueRevision {
  const differences = diffDocuments(earlier?.document ?? EMPTY_DOCUMENT, document ?? EMPTY_DOCUMENT);
  return { id, madeAt: madeAt.toISOString(), madeBy, summary, differences: differences.slice(0, DIFFERENCES_MAX) };
}
