import type { StreamPart } from "#contracts/stream-part.ts";
import type { ChatModel } from "#inference/chat-model.ts";
import type { ProviderConnection } from "#inference/provider.ts";
import type { RouterClock } from "#inference/router/router-clock.ts";
import { coldStart, type ColdStart } from "./cold-start.ts";

/**
 * The same model, which asks again while its server still loads it, as long as `coldStart` says: to
 * who reads it, one call whose first word is late. For a model that nobody else can answer for; what
 * has begun is never asked again.
 */
export function waitForColdStart(model: ChatModel, connection: ProviderConnection, clock: RouterClock): ChatModel {
  const plan = coldStart(connection);
  if (plan === null) return model;
  return {
    stream: (request, signal) => askPatiently((again) => model.stream(request, again), { plan, clock }, signal),
  };
}

async function* askPatiently(
  ask: (signal: AbortSignal) => AsyncIterable<StreamPart>,
  { plan, clock }: { plan: ColdStart; clock: RouterClock },
  signal: AbortSignal,
): AsyncGenerator<StreamPart> {
  const from = clock.now();
  for (let pauseMs: number | null = 0; pauseMs !== null && !signal.aborted;) {
    pauseMs = null;
    let hasBegun = false;
    for await (const part of ask(signal)) {
      if (part.type === "error" && !hasBegun) pauseMs = plan.pauseAfter(part.error, clock.now() - from);
      hasBegun = true;
      if (pauseMs === null) yield part;
    }
    if (pauseMs !== null) await clock.sleep(pauseMs, signal);
  }
}
