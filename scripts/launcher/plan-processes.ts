import { join } from "node:path";
import type { ProcessPlan } from "./supervise.ts";

type ProcessName = "web" | "realtime" | "workers";
export type ProcessPorts = Record<ProcessName, number>;

export type PlanOptions = {
  root: string;
  isDevelopment: boolean;
  ports: ProcessPorts;
  variables: Record<string, string | undefined>;
};

/** Must be longer than the front door keeps an idle connection, or it would send a request into a closing one. */
const WEB_KEEP_ALIVE_MS = 65_000;

/** How the three processes run: Next from its build or with reload, the others straight from their sources. */
export function planProcesses({ root, isDevelopment, ports, variables }: PlanOptions): ProcessPlan[] {
  const next = join(root, "node_modules/next/dist/bin/next");
  const address = ["--hostname", "127.0.0.1", "--port", String(ports.web)];
  const web = isDevelopment
    ? [next, "dev", ...address]
    : [next, "start", ...address, "--keepAliveTimeout", String(WEB_KEEP_ALIVE_MS)];
  const watch = isDevelopment ? ["--watch", "--watch-preserve-output"] : [];
  const commands: Record<ProcessName, string[]> = {
    web,
    realtime: [...watch, join(root, "realtime/main.ts")],
    workers: [...watch, join(root, "workers/main.ts")],
  };
  return (["web", "realtime", "workers"] as const).map((name) => ({
    name,
    command: [process.execPath, ...commands[name]],
    cwd: root,
    env: { ...variables, NODE_ENV: isDevelopment ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" },
    readyUrl: `http://127.0.0.1:${ports[name]}/readyz`,
  }));
}
