import { join } from "node:path";
import { z } from "zod";
import { runResultSchema } from "#bench/token-path/driver.ts";
import type { BenchSystem } from "#scripts/bench/system/start-bench-system.ts";
import { startProcess } from "#scripts/bench/system/start-process.ts";

const CLIENT = join(import.meta.dirname, "../token-path/client/main.ts");
/** 20 tokens a second, for ten seconds. */
const MODEL = "lean-200@50";
const TOKENS = 200;

/** Streams so many answers at once through the first gateway: how many came whole, and when their first token came. */
export async function streamBeside(
  system: BenchSystem,
  count: number,
): Promise<{ whole: number; firstTokenMs: number }> {
  const client = await startProcess(CLIENT, z.object({}));
  try {
    const [{ port }] = system.gateways;
    const tickets = await system.signTickets(await system.createPeople(count));
    const connectionId = system.modelId("").slice(0, -1);
    await client.ask({ type: "open-socket", name: "beside", port, tickets, connectionId }, z.unknown());
    const { tokens, firstTokensMs } = await client.ask(
      { type: "run", name: "beside", modelName: MODEL, turns: 1 },
      runResultSchema,
    );
    const sorted = firstTokensMs.toSorted((one, other) => one - other);
    return { whole: tokens / TOKENS, firstTokenMs: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN };
  } finally {
    await client.stop();
  }
}
