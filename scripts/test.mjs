import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./install/ensure-installed.mjs";
import { checkNode, findNode } from "./install/find-node.mjs";
import { createProgress } from "./install/progress.mjs";
import { Refusal } from "./install/refusal.mjs";

// `npm test` on a fresh machine: runs on Node 20 with nothing installed, gets what is missing and hands over.
const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  checkNode();
  await ensureInstalled({ root, withTools: true, progress: createProgress() });
  const script = join(root, "scripts/validate/main.ts");
  const child = spawn(findNode(root), [script, "--prepare", ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.once("exit", (code) => process.exit(code ?? 1));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`\n${error.message}\n0 passed, 1 failed\n`);
  process.exitCode = 1;
}
