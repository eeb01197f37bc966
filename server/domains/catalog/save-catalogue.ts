import { SEED } from "#inference/index.ts";
import type { CatalogueView } from "#contracts/catalogue.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { AppError } from "#server/errors.ts";
import { diffDocuments } from "./diff-documents.ts";
import { findDocumentFaults } from "./find-document-faults.ts";
import { keepRevision } from "./keep-revision.ts";
import { parseDocument } from "./parse-document.ts";
import { assertMayKeepCatalogue } from "./policy.ts";
import { presentCatalogue } from "./present-catalogue.ts";
import type { SaveCatalogueInput } from "./schema.ts";

type Needs = Pick<ServerContext, "catalogue" | "catalogueRevisions" | "userChannel" | "clock">;

/**
 * Replaces what administrators say of models, as a revision that can be undone. A document that says nothing new makes
 * none. Throws AppError `invalid-input` with what does not fit, or `conflict` where `baseRevision` is not the newest.
 */
export async function saveCatalogue(ctx: Needs, actor: Actor, input: SaveCatalogueInput): Promise<CatalogueView> {
  assertMayKeepCatalogue(actor);
  const document = parseDocument(input.document);
  const snapshot = await ctx.catalogue.refresh();
  // What went over a connection that is gone meanwhile may stay as it is: it is left out wherever it would count.
  const connectionIds = [
    ...snapshot.connections.keys(),
    ...snapshot.document.deployments.map(({ connectionId }) => connectionId),
  ];
  const [fault] = findDocumentFaults(document, {
    seedModelIds: SEED.models.map(({ id }) => id),
    seedAliases: SEED.aliases,
    connectionIds: new Set(connectionIds),
  });
  if (fault !== undefined) throw new AppError("invalid-input", { message: fault, userMessage: fault });
  const isSame = diffDocuments(snapshot.document, document).length === 0;
  if (isSame && input.baseRevision === snapshot.revision) return presentCatalogue(snapshot);
  return keepRevision(ctx, actor, { ...input, document });
}
