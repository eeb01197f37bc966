import type { CatalogueDocument, Deployment, DeploymentState } from "#contracts/catalogue-document.ts";
import type { CatalogueView } from "#contracts/catalogue.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { AppError } from "#server/errors.ts";
import type { CatalogueSnapshot } from "./catalogue-snapshot.ts";
import { keepRevision } from "./keep-revision.ts";
import { assertMayKeepCatalogue } from "./policy.ts";
import { presentCatalogue } from "./present-catalogue.ts";
import type { SetDeploymentStateInput } from "./schema.ts";

type Needs = Pick<ServerContext, "catalogue" | "catalogueRevisions" | "userChannel" | "clock">;

const WORDS: Record<DeploymentState, string> = { on: "is used again", draining: "is drained", off: "is switched off" };

/**
 * Switches one deployment, a derived one too, whatever else is changed at the same time: it is a switch, not an edit of
 * the document. Safe to repeat. Throws AppError `not-found`, or `conflict` where others change without a pause.
 */
export async function setDeploymentState(
  ctx: Needs,
  actor: Actor,
  input: SetDeploymentStateInput,
): Promise<CatalogueView> {
  assertMayKeepCatalogue(actor);
  const attempt = async (isLast: boolean): Promise<CatalogueView> => {
    const snapshot = await ctx.catalogue.refresh();
    const deployment = requireDeployment(snapshot, input.deploymentId);
    if (deployment.state === input.state) return presentCatalogue(snapshot);
    const document = withDeployment(snapshot.document, { ...deployment, state: input.state });
    const summary = `${deployment.modelName} ${WORDS[input.state]}`;
    return keepRevision(ctx, actor, { baseRevision: snapshot.revision, document, summary }).catch((error: unknown) => {
      if (isLast || !(error instanceof AppError && error.code === "conflict")) throw error;
      return attempt(true);
    });
  };
  return attempt(false);
}

function requireDeployment({ deployments }: CatalogueSnapshot, id: string): Deployment {
  const found = [...deployments.values()].find((deployment) => deployment.id === id);
  if (!found) throw new AppError("not-found", { userMessage: "This deployment is not here any more." });
  const { connection: _connection, origin: _origin, ...deployment } = found;
  return deployment;
}

function withDeployment(document: CatalogueDocument, deployment: Deployment): CatalogueDocument {
  const others = document.deployments.filter(({ id }) => id !== deployment.id);
  return { ...document, deployments: [...others, deployment] };
}
