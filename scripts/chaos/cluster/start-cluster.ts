import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as createId } from "uuid";
import { SIMULATOR_KEY, startSimulator } from "#inference/simulator/start-simulator.ts";
import { loadSecrets } from "#scripts/launcher/load-secrets.ts";
import type { Participants, RealtimeName } from "#scripts/chaos/plan/plan.ts";
import { createDatabase } from "#server/adapters/postgres/database.ts";
import { type Container, createContainer } from "#server/container.ts";
import { readEnv } from "#server/env.ts";
import type { ChaosCluster } from "./chaos-cluster.ts";
import { CuttableLine } from "./cuttable-line.ts";
import { KillablePostgres } from "./killable-postgres.ts";
import { planProcesses } from "./plan-processes.ts";
import { KeptProcess } from "./kept-process.ts";
import { startRedis } from "./start-redis.ts";

/** Starts the whole system on free ports, from this checkout, and resolves when all of it is ready. `stop` leaves nothing behind but logs. */
export async function startCluster(participants: Participants): Promise<ChaosCluster> {
  const folder = await mkdtemp(join(tmpdir(), "polylogue-chaos-"));
  // A server started by root runs as another user, who must be able to enter.
  await chmod(folder, 0o711);
  const logFolder = join(folder, "logs");
  await mkdir(logFolder);
  const postgres = await KillablePostgres.start(join(folder, "postgres"));
  const redis = await startRedis(participants.redis);
  const simulator = await startSimulator();
  const { secrets } = await loadSecrets(join(folder, "secrets"), {});
  const { DATABASE_PASSWORD: _none, ...keys } = secrets;
  const variables = {
    ...keys,
    DATABASE_URL: postgres.url,
    DATA_FOLDER: folder,
    DISCOVER_LOCAL_MODELS: "false",
    LOG_LEVEL: "info",
    ...(redis ? { REDIS_URL: redis.url } : {}),
  };
  const container = createContainer(readEnv({ ...variables, LOG_LEVEL: "silent" }), "chaos");
  const database = createDatabase(postgres.url, 4);
  const connectionId = await insertConnection(container, simulator.url);
  const plans = await planProcesses({ variables, logFolder, hasWeb: participants.hasWeb });
  const processes = new Map(plans.map((plan) => [plan.name, new KeptProcess(plan)]));
  const lines = new Map<RealtimeName, CuttableLine>();
  for (const plan of plans) {
    if (plan.name === "realtime-1" || plan.name === "realtime-2")
      lines.set(plan.name, await CuttableLine.open(plan.port));
  }
  await Promise.all([...processes.values()].map((process) => process.untilReady()));
  const web = plans.find(({ name }) => name === "web");
  return {
    postgres,
    redis,
    processes,
    lines,
    container,
    database,
    toModelId: (modelName) => `${connectionId}/${modelName}`,
    webUrl: web ? `http://127.0.0.1:${web.port}` : null,
    logFolder,
    async stop({ keepsLogs }) {
      for (const line of lines.values()) line.close();
      await Promise.all([...processes.values()].map((process) => process.stop()));
      await Promise.all([container.close(), database.close()]);
      await simulator.close();
      await redis?.stop();
      await postgres.stop();
      for (const place of keepsLogs ? ["postgres", "secrets"] : ["."]) {
        await rm(join(folder, place), { recursive: true, force: true });
      }
    },
  };
}

async function insertConnection({ context }: Container, url: string): Promise<string> {
  const id = createId();
  await context.catalog.instance.insert({
    id,
    scope: "instance",
    provider: "openai-compatible",
    label: "Simulated AI",
    project: null,
    region: null,
    baseUrl: `${url}/v1`,
    sealedApiKey: context.secretBox.seal(SIMULATOR_KEY, id),
    modelNames: ["sim-short"],
    createdAt: context.clock.now(),
    checkedAt: null,
  });
  return id;
}
