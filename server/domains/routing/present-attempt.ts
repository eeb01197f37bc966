import { errorCodeSchema } from "#contracts/error-codes.ts";
import type { AnswerCall } from "#contracts/answer-call.ts";
import type { Actor } from "#server/context.ts";
import type { StoredAttempt } from "./schema.ts";

type Presenting = {
  role: Actor["role"];
  /** What a deployment is called, for administrators; null where it is gone. */
  nameOf: (deploymentId: string) => string | null;
};

/** A call to a provider as the person sees whose answer it was for; what a provider says in its own words, and the reasons, are for administrators. */
export function presentAttempt(attempt: StoredAttempt, { role, nameOf }: Presenting): AnswerCall {
  const { id, modelId, modelName, connectionLabel, kind, outcome, failure, requestId, usage } = attempt;
  const isAdmin = role === "admin";
  const since = (at: Date | null): number | null =>
    at === null ? null : Math.max(0, at.getTime() - attempt.startedAt.getTime());
  return {
    id,
    kind,
    modelId,
    modelName,
    connectionLabel,
    outcome,
    failure: failure && {
      code: errorCodeSchema.catch("internal").parse(failure.code),
      message: isAdmin ? failure.message : null,
    },
    requestId: isAdmin ? requestId : null,
    usage,
    outputCharacters: attempt.outputCharacters,
    hasGoneOn: attempt.fromPart > 0,
    firstPartMs: since(attempt.firstPartAt),
    tookMs: since(attempt.endedAt),
    // The calls behind the first one follow from the same thoughts.
    reasons:
      isAdmin && attempt.number === 1
        ? attempt.considered.map((one) => ({ ...one, name: nameOf(one.deploymentId) }))
        : [],
  };
}
