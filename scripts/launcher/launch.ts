import { join } from "node:path";
import { Refusal } from "#scripts/install/refusal.mjs";
import type { Progress } from "#scripts/install/progress.mjs";
import { migrate } from "#server/adapters/postgres/migrate.ts";
import type { buildPages } from "./build-pages.ts";
import { checkDatabaseUrl } from "./check-database-url.ts";
import { findFreePort } from "./find-free-port.ts";
import { createClientFinder } from "./front-door/find-client.ts";
import { startFrontDoor } from "./front-door/start-front-door.ts";
import { keepDatabase } from "./keep-database.ts";
import { loadSecrets } from "./load-secrets.ts";
import type { LauncherSettings } from "./load-settings.ts";
import type { PlanOptions, ProcessPorts } from "./plan-processes.ts";
import { prepareDataFolder } from "./prepare-data-folder.ts";
import { printProcessLine } from "./print-process-line.ts";
import type { Instance } from "./stop-instance.ts";
import { supervise, type ProcessPlan, type SupervisorHooks } from "./supervise.ts";
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
  const { secrets, wereMade } = await loadSecrets(join(dataFolder, "secrets"), settings.variables);
  if (wereMade) progress.line(`Made the secrets of this instance in ${join(dataFolder, "secrets")}`);
  signal.throwIfAborted();
  // One after the other: on a small machine they would only slow each other down, and the first is quick.
  const databaseUrl = env.DATABASE_URL ?? (await openOwnDatabase(instance, options, secrets.DATABASE_PASSWORD));
  await bringUpToDate(databaseUrl, progress);
  signal.throwIfAborted();
  const { DATABASE_PASSWORD: _own, ...shared } = secrets;
  const variables = { ...settings.variables, ...shared, DATABASE_URL: databaseUrl };
  if (!options.isDevelopment) await options.build({ root, variables, progress, signal });
  signal.throwIfAborted();
  const ports = await choosePorts(settings);
  await startProcesses(instance, options, { ports, variables });
  progress.line(`\n${progress.strong(`Polylogue is ready: ${address}`)}\n`);
}

async function findReadiness(instance: Instance): Promise<Record<string, boolean>> {
  if (instance.processes.length === 0) return { web: false, realtime: false, workers: false };
  const answers = instance.processes.map(async (process) => [process.name, await process.isReady()] as const);
  return Object.fromEntries(await Promise.all(answers));
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

async function choosePorts({ env }: LauncherSettings): Promise<ProcessPorts> {
  return {
    web: await choosePort("WEB_PORT", env.WEB_PORT),
    realtime: await choosePort("REALTIME_PORT", env.REALTIME_PORT),
    workers: await choosePort("WORKERS_PORT", env.WORKERS_PORT),
  };
}

async function choosePort(variable: string, wanted: number | undefined): Promise<number> {
  const port = await findFreePort(wanted);
  if (wanted === undefined || port === wanted) return port;
  throw new Refusal(
    `Port ${wanted} of ${variable} is in use by another program: end that one, or leave ${variable} out.`,
  );
}

type Places = { ports: ProcessPorts; variables: Record<string, string | undefined> };

async function startProcesses(instance: Instance, options: LaunchOptions, { ports, variables }: Places): Promise<void> {
  const { progress, settings, isDevelopment, signal } = options;
  const step = progress.begin("Starting web, realtime and workers");
  const own = {
    WEB_PORT: String(ports.web),
    REALTIME_PORT: String(ports.realtime),
    WORKERS_PORT: String(ports.workers),
    HOST: settings.env.HOST,
    PORT: String(settings.env.PORT),
    DATA_FOLDER: settings.dataFolder,
  };
  const plans = options.plan({ root: settings.root, isDevelopment, ports, variables: { ...variables, ...own } });
  const hooks = createHooks(progress, signal);
  for (const plan of plans) instance.processes.push(supervise(plan, hooks));
  const aborted = Promise.withResolvers<void>();
  signal.addEventListener("abort", () => aborted.resolve(), { once: true });
  const ready = Promise.all(instance.processes.map((process) => process.becameReady));
  await Promise.race([ready, aborted.promise]);
  signal.throwIfAborted();
  instance.frontDoor?.open(ports);
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
    onReady: (name) => ended.delete(name) && progress.line(`${name} is back`),
  };
}

function toName(host: string): string {
  if (["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
