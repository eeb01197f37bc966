import { z } from "zod";
import type { HealthShare } from "./health-repository.ts";

const stateSchema = z.object({
  machine: z.object({ waiting: z.number(), running: z.number(), kvUse: z.number().nullable() }),
});

/** What a server of one's own said last of its load. */
export type Machine = z.infer<typeof stateSchema>["machine"];

/** What the processes heard of each deployment's machine; `shares` are the newest first, and the newest counts. */
export function findMachines(shares: readonly HealthShare[]): ReadonlyMap<string, Machine> {
  const machines = new Map<string, Machine>();
  for (const { deploymentId, state } of shares) {
    const told = stateSchema.safeParse(state);
    if (told.success && !machines.has(deploymentId)) machines.set(deploymentId, told.data.machine);
  }
  return machines;
}
