import { join } from "node:path";
import { freePort } from "#scripts/testing/free-port.ts";
import type { KeptPlan } from "./kept-process.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** Few connections for each: the machine of a run is small, and a pool that is short is a fault more that has to be borne. */
const POOL_SIZE = "8";

type Surroundings = { variables: Record<string, string | undefined>; logFolder: string; hasWeb: boolean };

/** How each process is run, on a free port of its own: two that hold sockets, one worker, and web where it takes part. */
export async function planProcesses(around: Surroundings): Promise<(KeptPlan & { port: number })[]> {
  const names = ["realtime-1", "realtime-2", "workers", ...(around.hasWeb ? ["web"] : [])];
  const plans: (KeptPlan & { port: number })[] = [];
  for (const name of names) plans.push(planProcess(name, await freePort(), around));
  return plans;
}

function planProcess(name: string, port: number, { variables, logFolder }: Surroundings): KeptPlan & { port: number } {
  const address = String(port);
  const env: Record<string, string | undefined> = {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    ...variables,
    NODE_ENV: "production",
    DATABASE_POOL_SIZE: POOL_SIZE,
    REALTIME_PORT: address,
    WORKERS_PORT: address,
    WEB_PORT: address,
  };
  return {
    name,
    port,
    command: [process.execPath, ...commandOf(name, address)],
    cwd: ROOT,
    env,
    readyUrl: `http://127.0.0.1:${address}/readyz`,
    logFile: join(logFolder, `${name}.log`),
  };
}

function commandOf(name: string, port: string): string[] {
  if (name === "web")
    return [join(ROOT, "node_modules/next/dist/bin/next"), "start", "--hostname", "127.0.0.1", "--port", port];
  return [join(ROOT, name === "workers" ? "workers/main.ts" : "realtime/main.ts")];
}
