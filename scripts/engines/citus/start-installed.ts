import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { RunningEngine } from "#scripts/engines/engine.ts";
import { startServers } from "./start-servers.ts";

/** Starts the PostgreSQL that `pg_config` speaks for, where it has Citus. */
export async function startInstalled(): Promise<RunningEngine | null> {
  const libraries = ask("--pkglibdir");
  const binaries = ask("--bindir");
  if (!libraries || !binaries || !existsSync(join(libraries, "citus.so"))) return null;
  return startServers(dirname(binaries), "an installed PostgreSQL with Citus");
}

function ask(option: string): string | null {
  try {
    return execFileSync("pg_config", [option], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return null;
  }
}
