import { REALTIME_FLAGS } from "#scripts/launcher/realtime-flags.ts";

/** How the engine of a process that is measured is started: as in production, and as `BENCH_NODE_FLAGS` says, `--cpu-prof` for example. */
export function measuredFlags(): string[] {
  return [...REALTIME_FLAGS, ...(process.env["BENCH_NODE_FLAGS"]?.split(" ").filter(Boolean) ?? [])];
}
