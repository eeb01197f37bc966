import { v7 as createId } from "uuid";
import { SIMULATOR_KEY } from "#inference/simulator/start-simulator.ts";
import type { ServerContext } from "#server/context.ts";

/** Connects the instance to a simulator at `url`; returns the connection's id, the first half of its models' ids. */
export async function insertSimulatorConnection(
  { catalog, clock, secretBox }: Pick<ServerContext, "catalog" | "clock" | "secretBox">,
  url: string,
): Promise<string> {
  const id = createId();
  await catalog.instance.insert({
    id,
    scope: "instance",
    provider: "openai-compatible",
    label: "Simulated AI",
    baseUrl: `${url}/v1`,
    project: null,
    region: null,
    sealedApiKey: secretBox.seal(SIMULATOR_KEY, id),
    modelNames: ["sim-short"],
    createdAt: clock.now(),
    checkedAt: null,
  });
  return id;
}
