import type { Attempt } from "#inference/router/attempt.ts";
import type { Dialling } from "./dialling.ts";

/** An attempt that has just begun. */
export function describeStart(
  { candidate, kind, number, fromPart, considered }: Dialling,
  { id, startedAt }: { id: string; startedAt: number },
): Attempt {
  const { deploymentId, modelId, modelName, connectionLabel } = candidate;
  return {
    id,
    number,
    kind,
    deploymentId,
    modelId,
    modelName,
    connectionLabel,
    startedAt,
    firstPartAt: null,
    endedAt: null,
    outcome: "running",
    failure: null,
    requestId: null,
    usage: null,
    outputCharacters: 0,
    fromPart,
    considered,
  };
}
