import type { CallBegin, CallEnd } from "./call-end.ts";
import { DeploymentRecord } from "./deployment-record.ts";
import type { HealthSnapshot } from "./health-snapshot.ts";
import type { DeploymentHealth, HealthView, ProbeNote } from "./health-view.ts";

/**
 * The health of every deployment, from the outcomes of its calls. Each process has one; what
 * `exportSince` returns, given to the others' `merge` in any order and however often, makes all of
 * them think alike, as late as it arrives.
 */
export class HealthBoard implements HealthView {
  readonly #processId: string;
  readonly #records = new Map<string, DeploymentRecord>();

  /** `processId` must be another one for each process, and for each life of it. */
  constructor(processId: string) {
    this.#processId = processId;
  }

  /** A call begins; `end` must follow, exactly once. */
  start(deploymentId: string, now: number): void {
    this.#record(deploymentId).start(now);
  }

  /** The first of a call's content came. */
  begin(deploymentId: string, begin: CallBegin, now: number): void {
    this.#record(deploymentId).begin(begin, now);
  }

  /**
   * Another call was faster after so many milliseconds: this one is at least as slow. Among the
   * times it counts as the moment when the hedge was made, or each hedge would raise the next one's.
   */
  observeLostHedge(deploymentId: string, lost: { ms: number; hedgedAfterMs: number }, now: number): void {
    this.#record(deploymentId).observeFirstPart(lost.ms, now, { afterMs: lost.hedgedAfterMs });
  }

  end(deploymentId: string, end: CallEnd, now: number): void {
    this.#record(deploymentId).end(end, now);
  }

  /** It said by itself that it wants no calls until then, such as by a header that nothing is left. */
  rest(deploymentId: string, until: number, now: number): void {
    this.#record(deploymentId).rest(until, now);
  }

  /** For the history that an administrator reads; what a probe says of the health is told by `start` and `end`. */
  noteProbe(deploymentId: string, probe: ProbeNote): void {
    this.#record(deploymentId).noteProbe(probe);
  }

  read(deploymentId: string, now: number): DeploymentHealth {
    return this.#record(deploymentId).read(now);
  }

  readFirstPartTime(deploymentId: string, share: number, now: number): { ms: number | null; calls: number } {
    return this.#record(deploymentId).readFirstPartTime(share, now);
  }

  /** What this process has seen of the deployments that changed at `since` or later; plain data that JSON can carry. */
  exportSince(since: number, now: number): HealthSnapshot {
    const changed = [...this.#records].filter(([, record]) => record.changedAt >= since);
    return {
      processId: this.#processId,
      at: now,
      deployments: changed.map(([deploymentId, record]) => record.export(deploymentId, since)),
    };
  }

  /** Joins what another process has seen. What this process has told itself is passed over. */
  merge({ processId, deployments }: HealthSnapshot): void {
    if (processId === this.#processId) return;
    for (const told of deployments) this.#record(told.deploymentId).merge(processId, told);
  }

  #record(deploymentId: string): DeploymentRecord {
    const existing = this.#records.get(deploymentId);
    if (existing !== undefined) return existing;
    const record = new DeploymentRecord(this.#processId);
    this.#records.set(deploymentId, record);
    return record;
  }
}
