import type { ProviderConnection } from "#inference/index.ts";
import type { ServerContext } from "#server/context.ts";
import { openConnection } from "./open-connection.ts";

/** A deployment of the instance with the way to it. `connection.apiKey` is an opened key: never log or keep it. */
export type OpenedDeployment = { deploymentId: string; connection: ProviderConnection; modelName: string };

/** Every deployment of the catalogue that may be asked, from memory; one whose key cannot be opened is left out. */
export async function openDeployments(
  ctx: Pick<ServerContext, "catalogue" | "logger" | "secretBox">,
): Promise<OpenedDeployment[]> {
  const snapshot = await ctx.catalogue.current();
  return [...snapshot.deployments.values()].flatMap(({ id, state, modelName, connection }) => {
    if (state !== "on") return [];
    try {
      return [{ deploymentId: id, modelName, connection: openConnection(ctx.secretBox, connection) }];
    } catch (error) {
      ctx.logger.info({ deploymentId: id, error }, "a deployment has a key that cannot be opened");
      return [];
    }
  });
}
