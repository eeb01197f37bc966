import { join } from "node:path";
import { z } from "zod";
import { type BenchProcess, startProcess } from "#scripts/bench/system/start-process.ts";

/** Idle sockets, spread over so many processes that each stays below its limit of open files. */
export type Crowd = {
  /** Opens a socket for each ticket, in turn on each of the ports; returns how long that took. */
  connect: (ports: readonly number[], tickets: readonly string[]) => Promise<number>;
  /** How many are open now. */
  count: () => Promise<number>;
  disconnect: () => Promise<void>;
  stop: () => Promise<void>;
};

const CLIENT = join(import.meta.dirname, "client/main.ts");

/**
 * Starts the processes. Each dials from an address of its own of 127.0.0.0/8, for one address has only some 28,000
 * ports to dial from.
 */
export async function startCrowd(processCount: number): Promise<Crowd> {
  const clients: BenchProcess<object>[] = [];
  while (clients.length < processCount) clients.push(await startProcess(CLIENT, z.object({})));
  const all = async <Schema extends z.ZodType>(command: object, reply: Schema) =>
    Promise.all(clients.map((client) => client.ask(command, reply)));
  return {
    connect: async (ports, tickets) => {
      const startedAt = performance.now();
      const connecting = clients.map((client, index) => {
        const own = tickets.filter((_, ticket) => ticket % clients.length === index);
        const port = ports[index % ports.length];
        return client.ask({ type: "connect", port, tickets: own, localAddress: `127.0.0.${index + 2}` }, z.null());
      });
      await Promise.all(connecting);
      return performance.now() - startedAt;
    },
    count: async () => (await all({ type: "count" }, z.int())).reduce((sum, open) => sum + open, 0),
    disconnect: async () => void (await all({ type: "disconnect" }, z.null())),
    stop: async () => void (await Promise.all(clients.map((client) => client.stop()))),
  };
}
