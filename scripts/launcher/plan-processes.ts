import { join } from "node:path";
import type { LauncherEnv } from "#server/env.ts";
import type { ProcessKind, ProcessPlan } from "./process-plan.ts";
import { REALTIME_FLAGS } from "./realtime-flags.ts";

export type PlanOptions = {
  root: string;
  isDevelopment: boolean;
  env: LauncherEnv;
  /** What every process inherits. */
  variables: Record<string, string | undefined>;
};

/** Must be longer than the front door keeps an idle connection, or it would send a request into a closing one. */
const WEB_KEEP_ALIVE_MS = 65_000;
/** What a process needs behind its drain: to store what it hands over, and to close the database. */
const LEAVE_MS = 5_000;

/** Counted and not timed: a machine that slept is no process that hangs. With what a question takes, 16 s at most. */
const SILENT_ANSWERS_MAX = 4;

const PORTS = { web: "WEB_PORT", realtime: "REALTIME_PORT", workers: "WORKERS_PORT" } as const;

/** How the processes run: Next from its build or with reload, the others straight from their sources. */
export function planProcesses(options: PlanOptions): ProcessPlan[] {
  return [
    plan(options, "web", "web"),
    ...nameAll("realtime", options.env.REALTIME_PROCESSES).map((name) => plan(options, "realtime", name)),
    plan(options, "workers", "workers"),
  ];
}

/** A lone one needs no number. */
function nameAll(kind: ProcessKind, count: number): string[] {
  return count === 1 ? [kind] : Array.from({ length: count }, (_, index) => `${kind}-${index + 1}`);
}

function plan({ root, isDevelopment, env, variables }: PlanOptions, kind: ProcessKind, name: string): ProcessPlan {
  const isFirst = name === kind || name === `${kind}-1`;
  return {
    name,
    kind,
    wantedPort: isFirst ? env[PORTS[kind]] : undefined,
    toRun: (port) => ({
      command: [process.execPath, ...toArguments(kind, { root, isDevelopment, port })],
      env: {
        // Halves the time until a killed process is back: what was compiled once is read from here.
        NODE_COMPILE_CACHE: join(root, "node_modules/.cache/node"),
        ...variables,
        [PORTS[kind]]: String(port),
        PROCESS_NAME: name,
        NODE_ENV: isDevelopment ? "development" : "production",
        NEXT_TELEMETRY_DISABLED: "1",
      },
    }),
    cwd: root,
    drainMs: env.DRAIN_SECONDS * 1_000 + LEAVE_MS,
    // One that is being debugged stands still for as long as its developer thinks.
    silentAnswersMax: isDevelopment ? Infinity : SILENT_ANSWERS_MAX,
  };
}

type Way = { root: string; isDevelopment: boolean; port: number };

function toArguments(kind: ProcessKind, { root, isDevelopment, port }: Way): string[] {
  if (kind !== "web") {
    const watch = isDevelopment ? ["--watch", "--watch-preserve-output"] : [];
    const flags = kind === "realtime" ? REALTIME_FLAGS : [];
    return [...flags, ...watch, join(root, kind, "main.ts")];
  }
  const next = join(root, "node_modules/next/dist/bin/next");
  const address = ["--hostname", "127.0.0.1", "--port", String(port)];
  if (isDevelopment) return [next, "dev", ...address];
  return [next, "start", ...address, "--keepAliveTimeout", String(WEB_KEEP_ALIVE_MS)];
}
