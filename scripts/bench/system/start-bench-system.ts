import type { BenchProcess } from "./start-process.ts";
import { type BenchPerson, createTicketSigner, insertPeople } from "./bench-person.ts";
import { type CallCounts, countCalls } from "./count-calls.ts";
import { startBenchBackend } from "./start-bench-backend.ts";
import { type BenchGateway, startGateway } from "./start-gateway.ts";

/** Real gateways on a real database with durable commits, and a provider that costs little. Every part is a process of its own. */
export type BenchSystem = {
  gateways: readonly [BenchGateway, ...BenchGateway[]];
  databasePid: number;
  provider: BenchProcess<{ port: number }>;
  /** The id, for everybody, of the provider's model of this name. */
  modelId: (name: string) => string;
  createPeople: (count: number) => Promise<BenchPerson[]>;
  /** How many answers another process went on with than had begun them. */
  countTakenOver: () => Promise<number>;
  countCalls: (modelName: string) => Promise<CallCounts>;
  signTickets: (people: readonly BenchPerson[]) => Promise<string[]>;
  stop: () => Promise<void>;
};

/** Of what a system is made; `routed` are names of models that have two deployments, where others have one. */
type Making = { gatewayCount?: number; routed?: readonly string[] };

/** Starts it on free ports; `stop` leaves nothing behind. */
export async function startBenchSystem({ gatewayCount = 1, routed = [] }: Making = {}): Promise<BenchSystem> {
  const { database, provider, connectionId, variables, stop } = await startBenchBackend(routed);
  const first = await startGateway(variables);
  const others: BenchGateway[] = [];
  while (others.length < gatewayCount - 1) others.push(await startGateway(variables));
  return {
    gateways: [first, ...others],
    databasePid: database.pid,
    provider,
    modelId: (name) => `${connectionId}/${name}`,
    createPeople: (count) => insertPeople(database.database, count),
    countTakenOver: async () => {
      const { rows } = await database.database.pool.query<{ count: number }>(
        "select count(*)::integer as count from generations where epoch > 1",
      );
      return rows[0]?.count ?? 0;
    },
    countCalls: (modelName) => countCalls(database.database, modelName),
    signTickets: createTicketSigner(variables.TOKEN_PRIVATE_KEY),
    stop: async () => {
      await Promise.all([first, ...others].map((gateway) => gateway.stop()));
      await stop();
    },
  };
}
