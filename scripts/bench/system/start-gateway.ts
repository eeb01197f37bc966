import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { endWithUs } from "#scripts/processes/end-with-us.ts";
import { findQuietPort } from "./find-quiet-port.ts";
import { measuredFlags } from "./measured-flags.ts";

const ROOT = join(import.meta.dirname, "../../..");
const READY_WITHIN_MS = 20_000;

/** A real realtime process. */
export type BenchGateway = { pid: number; port: number; stop: () => Promise<void> };

/** Starts `realtime/main.ts` as production does, with these variables, and waits until it takes sockets. */
export async function startGateway(variables: Record<string, string>): Promise<BenchGateway> {
  const port = await findQuietPort();
  const child = spawn(process.execPath, [...measuredFlags(), join(ROOT, "realtime/main.ts")], {
    cwd: ROOT,
    env: { PATH: process.env["PATH"], NODE_ENV: "production", ...variables, REALTIME_PORT: String(port) },
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  });
  const pid = child.pid ?? 0;
  const endWatch = endWithUs(pid, "group");
  const exited = once(child, "exit").then(endWatch);
  for (const end = Date.now() + READY_WITHIN_MS; ; await pause(50)) {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) break;
    if (child.exitCode !== null || Date.now() > end) throw new Error("The gateway did not start.");
  }
  return {
    pid,
    port,
    stop: async () => {
      child.kill();
      await exited;
    },
  };
}
