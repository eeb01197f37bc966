import { join } from "node:path";
import type { Env } from "#server/env.ts";
import type { ProcessPlan } from "../process-plan.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** A realtime process from the sources, on the database and with the secrets of `env`. */
export function planRealtime(env: Env, name: string, drainSeconds: number): ProcessPlan {
  const { DATABASE_URL, AUTH_SECRET, ENCRYPTION_KEYS, TOKEN_PRIVATE_KEY } = env;
  const secrets = { AUTH_SECRET, ENCRYPTION_KEYS, TOKEN_PRIVATE_KEY };
  return {
    name,
    kind: "realtime",
    wantedPort: undefined,
    toRun: (port) => ({
      // It reads no arguments: by its name a test finds it among others.
      command: [process.execPath, "realtime/main.ts", name],
      env: {
        ...secrets,
        DATABASE_URL,
        NODE_COMPILE_CACHE: join(ROOT, "node_modules/.cache/node"),
        NODE_ENV: "test",
        REALTIME_PORT: String(port),
        PROCESS_NAME: name,
        DRAIN_SECONDS: String(drainSeconds),
        LOG_LEVEL: "warn",
      },
    }),
    cwd: ROOT,
    drainMs: drainSeconds * 1_000 + 5_000,
    silentAnswersMax: 4,
  };
}
