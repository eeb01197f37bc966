import { dirname } from "node:path";
import { buildPages } from "./build-pages.ts";
import { planProcesses } from "./plan-processes.ts";
import { runLauncher } from "./run-launcher.ts";

const code = await runLauncher({
  root: dirname(dirname(import.meta.dirname)),
  isDevelopment: process.argv.includes("--dev"),
  plan: planProcesses,
  build: buildPages,
});
process.exit(code);
