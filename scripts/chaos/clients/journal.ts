import type { Asked, Complaint, Rollback, Sighting } from "#scripts/chaos/checker/evidence.ts";

/** What the clients of a seed write down for the checker. */
export class Journal {
  readonly asked: Asked[] = [];
  readonly stoppedIds = new Set<string>();
  readonly sightings: Sighting[] = [];
  readonly rollbacks: Rollback[] = [];
  readonly complaints: Complaint[] = [];
}
