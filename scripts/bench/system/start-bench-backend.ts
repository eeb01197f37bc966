import { generateKeyPairSync, randomBytes } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { type BenchDatabase, startBenchDatabase } from "#scripts/bench/start-bench-database.ts";
import { insertCatalogue } from "./insert-catalogue.ts";
import { type BenchProcess, startProcess } from "./start-process.ts";

/** What every process of the system needs around it: a database with durable commits and a provider that costs little. */
export type BenchBackend = {
  database: BenchDatabase;
  provider: BenchProcess<{ port: number }>;
  /** The provider, for everybody. */
  connectionId: string;
  /** The environment of a process that runs on them. */
  variables: ReturnType<typeof createVariables>;
  stop: () => Promise<void>;
};

const PROVIDER = join(import.meta.dirname, "../provider/main.ts");

/** Starts it on free ports; `stop` leaves nothing behind. `routed` are names of models that have two deployments. */
export async function startBenchBackend(routed: readonly string[] = []): Promise<BenchBackend> {
  const database = await startBenchDatabase();
  const provider = await startProcess(PROVIDER, z.object({ port: z.int() }));
  const baseUrl = `http://127.0.0.1:${provider.ready.port}/v1`;
  return {
    database,
    provider,
    connectionId: await insertCatalogue(database.database, baseUrl, routed),
    variables: createVariables(database.url),
    stop: async () => {
      await provider.stop();
      await database.stop();
    },
  };
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
