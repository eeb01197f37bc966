import { join } from "node:path";
import { z } from "zod";
import { type RunResult, runResultSchema } from "#bench/token-path/driver.ts";
import type { BenchSystem } from "#scripts/bench/system/start-bench-system.ts";
import { startProcess } from "#scripts/bench/system/start-process.ts";

const CLIENT = join(import.meta.dirname, "../token-path/client/main.ts");

type Order = { modelName: string; turns: number; spreadMs: number };

/** A process that asks the gateway and, beside it, the provider itself; each with so many streams. */
export type Asker = {
  askGateway: (order: Order) => Promise<RunResult>;
  askProvider: (order: Order) => Promise<RunResult>;
  stop: () => Promise<void>;
};

/** Starts it, with its sockets open. */
export async function startAsker(system: BenchSystem, streams: number): Promise<Asker> {
  const client = await startProcess(CLIENT, z.object({}));
  const [{ port }] = system.gateways;
  const tickets = await system.signTickets(await system.createPeople(streams));
  const connectionId = system.modelId("").slice(0, -1);
  await client.ask({ type: "open-socket", name: "gateway", port, tickets, connectionId }, z.unknown());
  await client.ask({ type: "open-http", name: "provider", port: system.provider.ready.port, streams }, z.unknown());
  return {
    askGateway: (order) => client.ask({ type: "run", name: "gateway", ...order }, runResultSchema),
    askProvider: (order) => client.ask({ type: "run", name: "provider", ...order }, runResultSchema),
    stop: () => client.stop(),
  };
}
