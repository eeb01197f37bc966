import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findProcessStart } from "./find-process-start.ts";

// Starts a process that ignores SIGINT with one of its own, watches it, and says their numbers.
const OWNER = `
import { spawn } from "node:child_process";
import { endWithUs } from ${JSON.stringify(join(import.meta.dirname, "end-with-us.ts"))};
const program = 'trap "" INT; sleep 60 & echo $!; wait';
const child = spawn("/bin/sh", ["-c", program], { detached: true, stdio: ["ignore", "pipe", "ignore"] });
endWithUs(child.pid, "group");
child.stdout.once("data", (line) => console.log(child.pid + " " + line));
setInterval(() => undefined, 1_000);
`;

async function startOwner(): Promise<{ owner: ChildProcess; pids: number[] }> {
  const owner = spawn(process.execPath, ["--input-type=module", "-e", OWNER], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(owner.stdout, "data");
  return { owner, pids: String(line).trim().split(" ").map(Number) };
}

test("what a killed process watched is ended, with what that started and although it ignores the request", async () => {
  const { owner, pids } = await startOwner();
  expect(pids.map((pid) => findProcessStart(pid))).not.toContain(null);
  owner.kill("SIGKILL");
  await expect.poll(() => pids.map((pid) => findProcessStart(pid)), { timeout: 10_000 }).toEqual([null, null]);
}, 20_000);
