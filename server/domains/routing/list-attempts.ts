import type { AnswerCall } from "#contracts/answer-call.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { presentAttempt } from "./present-attempt.ts";

/** More calls than the router makes for one answer, its continuations included. */
const ATTEMPTS_MAX = 200;

/** The calls to providers that one of the person's answers took, in the order in which they began. Empty where there is no such answer. */
export async function listAttempts(
  ctx: Pick<ServerContext, "attempts" | "catalogue">,
  actor: Pick<Actor, "userId" | "role">,
  { generationId }: { generationId: string },
): Promise<AnswerCall[]> {
  const attempts = await ctx.attempts.list(actor.userId, generationId, ATTEMPTS_MAX);
  const { deployments } = await ctx.catalogue.current();
  const names = new Map([
    ...attempts.map((one) => [one.deploymentId, toName(one.connectionLabel, one.modelName)] as const),
    ...[...deployments.values()].map((one) => [one.id, toName(one.connection.label, one.modelName)] as const),
  ]);
  const nameOf = (deploymentId: string): string | null => names.get(deploymentId) ?? null;
  return attempts.map((attempt) => presentAttempt(attempt, { role: actor.role, nameOf }));
}

function toName(connectionLabel: string, modelName: string): string {
  return `${connectionLabel}, ${modelName}`;
}
