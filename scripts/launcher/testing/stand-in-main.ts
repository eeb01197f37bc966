import { join } from "node:path";
import type { PlanOptions } from "../plan-processes.ts";
import { runLauncher } from "../run-launcher.ts";
import type { ProcessPlan } from "../process-plan.ts";

// The launcher as it is, with stand-ins for the processes and no build: argv is the project's folder and flags for them.
const [root = "", ...flags] = process.argv.slice(2);
const code = await runLauncher({ root, isDevelopment: false, plan: planStandIns, build: async () => undefined });
process.exit(code);

function planStandIns({ env, variables }: PlanOptions): ProcessPlan[] {
  const script = join(import.meta.dirname, "stand-in-process.ts");
  const realtime = Array.from({ length: env.REALTIME_PROCESSES }, (_, index) => `realtime-${index + 1}`);
  return ["web", ...(realtime.length > 1 ? realtime : ["realtime"]), "workers"].map((name) => ({
    name,
    kind: kindOf(name),
    wantedPort: undefined,
    toRun: (port) => ({
      command: [process.execPath, script, String(port), ...flags],
      env: { ...variables, NODE_ENV: "test", PROCESS_NAME: name },
    }),
    cwd: root,
    drainMs: 5_000,
    silentAnswersMax: 1,
  }));
}

function kindOf(name: string): ProcessPlan["kind"] {
  if (name.startsWith("realtime")) return "realtime";
  return name === "web" ? "web" : "workers";
}
