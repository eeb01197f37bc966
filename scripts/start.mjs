import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./install/ensure-installed.mjs";
import { checkNode, findNode } from "./install/find-node.mjs";
import { createProgress } from "./install/progress.mjs";
import { Refusal } from "./install/refusal.mjs";

// Runs on Node 20 with nothing installed: plain JavaScript, no packages. Everything else runs on Node 24.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isDevelopment = process.argv.includes("--dev");

try {
  checkNode();
  await ensureInstalled({ root, withTools: isDevelopment, progress: createProgress() });
  handOver(findNode(root));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}

function handOver(node) {
  // In a group of its own: Ctrl-C then reaches the launcher once, through us, and nobody else.
  const launcher = spawn(node, [join(root, "scripts/launcher/main.ts"), ...process.argv.slice(2)], {
    cwd: root,
    detached: process.platform !== "win32",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => launcher.kill(signal));
  launcher.once("exit", (code) => process.exit(code ?? 1));
  if (process.env.npm_lifecycle_event) leaveWithNpm(launcher);
}

/** npm waits for us; when it is gone without a signal to us it was killed, and nobody would ever stop this instance. */
function leaveWithNpm(launcher) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && launcher.kill("SIGTERM"), 1_000).unref();
}
