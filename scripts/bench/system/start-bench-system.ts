import { generateKeyPairSync, randomBytes } from "node:crypto";
import { join } from "node:path";
import { v7 as createId } from "uuid";
import { z } from "zod";
import { type BenchDatabase, startBenchDatabase } from "#scripts/bench/start-bench-database.ts";
import { type BenchPerson, createTicketSigner, insertPeople } from "./bench-person.ts";
import { type BenchGateway, startGateway } from "./start-gateway.ts";
import { type BenchProcess, startProcess } from "./start-process.ts";

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
  signTickets: (people: readonly BenchPerson[]) => Promise<string[]>;
  stop: () => Promise<void>;
};

const PROVIDER = join(import.meta.dirname, "../provider/main.ts");

/** Starts it on free ports; `stop` leaves nothing behind. */
export async function startBenchSystem({ gatewayCount = 1 } = {}): Promise<BenchSystem> {
  const database = await startBenchDatabase();
  const provider = await startProcess(PROVIDER, z.object({ port: z.int() }));
  const connectionId = await insertConnection(database, provider.ready.port);
  const variables = createVariables(database.url);
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
    signTickets: createTicketSigner(variables.TOKEN_PRIVATE_KEY),
    stop: async () => {
      await Promise.all([first, ...others].map((gateway) => gateway.stop()));
      await provider.stop();
      await database.stop();
    },
  };
}

async function insertConnection({ database }: BenchDatabase, providerPort: number): Promise<string> {
  const id = createId();
  await database.pool.query(
    `insert into instance_connections (id, provider, label, base_url, model_names, created_at)
     values ($1, 'openai-compatible', 'Lean', $2, '["lean-100@0"]', now())`,
    [id, `http://127.0.0.1:${providerPort}/v1`],
  );
  return id;
}

function createVariables(databaseUrl: string) {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2_048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  return {
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: randomBytes(32).toString("hex"),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    TOKEN_PRIVATE_KEY: privateKey,
    DISCOVER_LOCAL_MODELS: "false",
    LOG_LEVEL: "warn",
  };
}
