import { join } from "node:path";
import type { PlanOptions } from "../plan-processes.ts";
import { runLauncher } from "../run-launcher.ts";
import type { ProcessPlan } from "../supervise.ts";

// The launcher as it is, with stand-ins for the processes and no build: argv is the project's folder and flags for them.
const [root = "", ...flags] = process.argv.slice(2);
const code = await runLauncher({ root, isDevelopment: false, plan: planStandIns, build: async () => undefined });
process.exit(code);

function planStandIns({ ports, variables }: PlanOptions): ProcessPlan[] {
  const script = join(import.meta.dirname, "stand-in-process.ts");
  return (["web", "realtime", "workers"] as const).map((name) => ({
    name,
    command: [process.execPath, script, String(ports[name]), ...flags],
    cwd: root,
    env: { ...variables, NODE_ENV: "test" },
    readyUrl: `http://127.0.0.1:${ports[name]}/readyz`,
  }));
}
