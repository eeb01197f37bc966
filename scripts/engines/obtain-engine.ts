import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Engine, RunningEngine } from "./engine.ts";

type Environment = Record<string, string | undefined>;

const ROOT = join(import.meta.dirname, "../..");

/**
 * The rule for every engine of our tests: its address from the environment, else an installed
 * binary, else Docker, else what can be installed: from the archives in `ENGINE_ARCHIVES` or in
 * `../shared/engines` beside the repository, or by the system's package manager. Null where none of these is there.
 */
export async function obtainEngine(engine: Engine, environment: Environment): Promise<RunningEngine | null> {
  const address = environment[engine.addressVariable];
  if (address) return { address, origin: engine.addressVariable, stop: async () => undefined };
  return (
    (await engine.startInstalled()) ??
    (await engine.startInDocker()) ??
    (await startFromArchives(engine, environment["ENGINE_ARCHIVES"])) ??
    (await engine.installAndStart())
  );
}

async function startFromArchives(engine: Engine, given: string | undefined): Promise<RunningEngine | null> {
  if (given !== undefined && !existsSync(given)) throw new Error(`ENGINE_ARCHIVES: there is no folder ${given}.`);
  const folder = given ?? join(ROOT, "../shared/engines");
  return existsSync(folder) ? engine.startFromArchives(folder) : null;
}
