import type { CallCounts } from "#scripts/bench/system/count-calls.ts";
import type { BenchSystem } from "#scripts/bench/system/start-bench-system.ts";
import { startAsker } from "./asker.ts";
import type { FirstTokens } from "./first-tokens.ts";

const STREAMS = 16;
/** A router hedges no call before it knows how long its deployments take. */
const WARM_UP_TURNS = 6;
const TURNS = 60;

/** `calls` are those of the measured answers. */
export type Hedged = FirstTokens & { calls: CallCounts };

/** Answers of a model of whose calls some are slow, by the gateway, which has two deployments of it, and by the provider itself. */
export async function measureHedged(system: BenchSystem, modelName: string): Promise<Hedged> {
  const asker = await startAsker(system, STREAMS);
  const order = { modelName, turns: TURNS, spreadMs: 1_000 };
  try {
    await asker.askGateway({ ...order, turns: WARM_UP_TURNS });
    const before = await system.countCalls(modelName);
    const gateway = await asker.askGateway(order);
    const after = await system.countCalls(modelName);
    const provider = await asker.askProvider(order);
    const calls = { answers: after.answers - before.answers, extra: after.extra - before.extra };
    return { gateway: gateway.firstTokensMs, provider: provider.firstTokensMs, calls };
  } finally {
    await asker.stop();
  }
}
