import type { BenchSystem } from "#scripts/bench/system/start-bench-system.ts";
import { startAsker } from "./asker.ts";
import type { FirstTokens } from "./first-tokens.ts";

const WARM_UP_TURNS = 40;
const TURNS = 40;

/** One answer at a time, by the gateway and by the provider itself in turn, and nobody else. */
export async function measureIdle(system: BenchSystem, modelName: string, rounds: number): Promise<FirstTokens> {
  const asker = await startAsker(system, 1);
  const order = { modelName, turns: TURNS, spreadMs: 0 };
  const found = { gateway: [] as number[], provider: [] as number[] };
  try {
    await asker.askGateway({ ...order, turns: WARM_UP_TURNS });
    await asker.askProvider({ ...order, turns: WARM_UP_TURNS });
    for (let round = 0; round < rounds; round++) {
      found.gateway.push(...(await asker.askGateway(order)).firstTokensMs);
      found.provider.push(...(await asker.askProvider(order)).firstTokensMs);
    }
    return found;
  } finally {
    await asker.stop();
  }
}
