import { join } from "node:path";
import { Refusal } from "#scripts/install/refusal.mjs";
import type { Progress } from "#scripts/install/progress.mjs";
import { migrate } from "#server/adapters/postgres/migrate.ts";
import type { buildPages } from "./build-pages.ts";
import { checkDatabaseUrl } from "./check-database-url.ts";
import { checkRedisUrl } from "./check-redis-url.ts";
import { findFreePort } from "./find-free-port.ts";
import { findPorts } from "./find-ports.ts";
import { createClientFinder } from "./front-door/find-client.ts";
import { startFrontDoor, type Readiness } from "./front-door/start-front-door.ts";
import { keepDatabase } from "./keep-database.ts";
import { loadSecrets } from "./load-secrets.ts";
import type { LauncherSettings } from "./load-settings.ts";
import type { PlanOptions } from "./plan-processes.ts";
import type { ProcessPlan } from "./process-plan.ts";
import { prepareDataFolder } from "./prepare-data-folder.ts";
import { printProcessLine } from "./print-process-line.ts";
import type { Instance } from "./stop-instance.ts";
import { supervise, type SupervisorHooks } from "./supervise.ts";
import { takeInstanceLock } from "./take-instance-lock.ts";

export type LaunchOptions = {
  settings: LauncherSettings;
  progress: Progress;
  isDevelopment: boolean;
  signal: AbortSignal;
  plan: (options: PlanOptions) => ProcessPlan[];
  build: typeof buildPages;
};

/**
 * Brings an instance up, part by part, each put into `instance` as it starts, and returns when all of it answers.
 * Throws Refusal with one sentence that says what to do, and the signal's reason when it is aborted.
 */
export async function launch(instance: Instance, options: LaunchOptions): Promise<void> {
  const { settings, progress, signal } = options;
  const { env, root, dataFolder } = settings;
  const address = env.PUBLIC_URL ?? `http://${toName(env.HOST)}:${env.PORT}`;
  await prepareDataFolder(dataFolder);
  instance.lock = await takeInstanceLock(dataFolder, address);
  instance.frontDoor = await startFrontDoor({
    host: env.HOST,
    port: env.PORT,
    findClient: createClientFinder(env.TRUSTED_PROXIES),
    isDevelopment: options.isDevelopment,
    findReadiness: () => findReadiness(instance),
  });
  if (env.DATABASE_URL) await checkDatabaseUrl(env.DATABASE_URL);
  if (env.REDIS_URL) await checkRedisUrl(env.REDIS_URL);
  const { secrets, wereMade } = await loadSecrets(join(dataFolder, "secrets"), settings.variables);
  if (wereMade) progress.line(`Made the secrets of this instance in ${join(dataFolder, "secrets")}`);
  signal.throwIfAborted();
  // One after the other: on a small machine they would only slow each other down, and the first is quick.
  const databaseUrl = env.DATABASE_URL ?? (await openOwnDatabase(instance, options, secrets.DATABASE_PASSWORD));
  await bringUpToDate(databaseUrl, progress);
  instance.prepareRestart = () => bringUpToDate(databaseUrl, progress);
  signal.throwIfAborted();
  const { DATABASE_PASSWORD: _own, ...shared } = secrets;
  const variables = { ...settings.variables, ...shared, DATABASE_URL: databaseUrl };
  if (!options.isDevelopment) await options.build({ root, variables, progress, signal });
  signal.throwIfAborted();
  await refusePortsInUse(settings);
  await startProcesses(instance, options, variables);
  progress.line(`\n${progress.strong(`Polylogue is ready: ${address}`)}\n`);
}

async function findReadiness({ processes }: Instance): Promise<Readiness> {
  if (processes.length === 0) return { isReady: false, processes: { web: false, realtime: false, workers: false } };
  const answers = await Promise.all(
    processes.map(async (process) => ({ name: process.name, kind: process.kind, isReady: await process.isReady() })),
  );
  const readyKinds = new Set(answers.filter(({ isReady }) => isReady).map(({ kind }) => kind));
  return {
    isReady: answers.every(({ kind }) => readyKinds.has(kind)),
    processes: Object.fromEntries(answers.map(({ name, isReady }) => [name, isReady])),
  };
}

async function openOwnDatabase(instance: Instance, options: LaunchOptions, password: string): Promise<string> {
  const { progress, settings } = options;
  const step = progress.begin("Starting the database");
  const database = await keepDatabase({ dataFolder: settings.dataFolder, password, progress }).catch(
    (cause: unknown) => {
      step.fail("The database does not start");
      throw cause;
    },
  );
  instance.database = database;
  step.done("Started the database");
  return database.url;
}

async function bringUpToDate(url: string, progress: Progress): Promise<void> {
  const applied = await migrate(url, join(import.meta.dirname, "../../prisma/migrations"));
  if (applied.length > 0) progress.line(`Brought the database up to date (${applied.length} migrations)`);
}

async function refusePortsInUse({ env }: LauncherSettings): Promise<void> {
  for (const variable of ["WEB_PORT", "REALTIME_PORT", "WORKERS_PORT"] as const) {
    const wanted = env[variable];
    if (wanted === undefined || (await findFreePort(wanted)) === wanted) continue;
    throw new Refusal(
      `Port ${wanted} of ${variable} is in use by another program: end that one, or leave ${variable} out.`,
    );
  }
}

type Variables = Record<string, string | undefined>;

async function startProcesses(instance: Instance, options: LaunchOptions, variables: Variables): Promise<void> {
  const { progress, settings, isDevelopment, signal } = options;
  const { env, root } = settings;
  const step = progress.begin("Starting web, realtime and workers");
  const own = {
    HOST: env.HOST,
    PORT: String(env.PORT),
    // Only the front door may reach them: they believe what it says of a client.
    INTERNAL_HOST: "127.0.0.1",
    DATA_FOLDER: settings.dataFolder,
  };
  const plans = options.plan({ root, isDevelopment, env, variables: { ...variables, ...own } });
  const hooks = createHooks(progress, signal);
  for (const plan of plans) instance.processes.push(supervise(plan, hooks));
  const aborted = Promise.withResolvers<void>();
  signal.addEventListener("abort", () => aborted.resolve(), { once: true });
  const ready = Promise.all(instance.processes.map((process) => process.becameReady));
  await Promise.race([ready, aborted.promise]);
  signal.throwIfAborted();
  instance.frontDoor?.open((kind) => findPorts(instance.processes, kind));
  step.done("Started web, realtime and workers");
}

function createHooks(progress: Progress, signal: AbortSignal): SupervisorHooks {
  const ended = new Set<string>();
  return {
    onLine: (name, line) => printProcessLine(progress, name, line),
    onExit: (name, reason, pauseMs) => {
      if (signal.aborted) return;
      ended.add(name);
      progress.warn(`${name} ${reason}; it starts again in ${pauseMs / 1_000} s`);
    },
    onSilent: (name) => progress.warn(`${name} does not answer any more and is ended`),
    onReady: (name) => ended.delete(name) && progress.line(`${name} is back`),
  };
}

function toName(host: string): string {
  if (["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
