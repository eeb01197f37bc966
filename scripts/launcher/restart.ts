import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Refusal } from "#scripts/install/refusal.mjs";
import { findLivingOwner, INSTANCE_FILE } from "./find-living-owner.ts";
import { loadSettings } from "./load-settings.ts";

// `npm run restart`: asks the instance of the data folder to replace its processes one after the other.
try {
  process.stdout.write(`${await askToRestart()}\n`);
} catch (cause) {
  if (!(cause instanceof Refusal)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
}

async function askToRestart(): Promise<string> {
  if (process.platform === "win32")
    throw new Refusal("Windows has no signal for that: stop with Ctrl-C and start again.");
  const { dataFolder } = await loadSettings(dirname(dirname(import.meta.dirname)), process.env);
  const content = await readFile(join(dataFolder, INSTANCE_FILE), "utf8").catch(() => "");
  const owner = findLivingOwner(content);
  if (!owner) throw new Refusal(`No instance runs on the data folder ${dataFolder}: start one with npm start.`);
  process.kill(owner.pid, "SIGUSR2");
  return `The instance at ${owner.address} restarts its processes one after the other, and says in its own lines how that goes.`;
}
