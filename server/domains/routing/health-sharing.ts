import { type HealthBoard, healthSnapshotSchema } from "#inference/index.ts";
import type { ServerContext } from "#server/context.ts";
import type { HealthShare } from "./health-repository.ts";

type Needs = Pick<ServerContext, "clock" | "health" | "logger" | "router">;

/** How late a breaker that opens in one process opens in the others. */
export const HEALTH_SHARED_EVERY_MS = 500;

/** What is older no breaker and no window remembers. */
const KEPT_MS = 10 * 60_000;

/** What others wrote is read again for a while: their commits may come later than the time that they bear. */
const OVERLAP_MS = 5_000;

const SHARES_MAX = 10_000;

/**
 * Lets the processes think alike of the deployments: one turn writes what this one has seen since the last one, and joins
 * what the others wrote. Call it every `HEALTH_SHARED_EVERY_MS`.
 */
export class HealthSharing {
  readonly #ctx: Needs;
  #writtenAt = 0;
  #readAt = -Infinity;

  constructor(ctx: Needs) {
    this.#ctx = ctx;
  }

  /** Throws where the database is away; what was not written is written by the next turn. */
  async turn(): Promise<void> {
    const now = this.#ctx.clock.now().getTime();
    await this.#write(now);
    const withinMs = Math.min(KEPT_MS, now - this.#readAt + OVERLAP_MS);
    const { processId: exceptProcessId } = this.#ctx.router.health.exportSince(now, now);
    const shares = await this.#ctx.health.list({ withinMs, exceptProcessId, limit: SHARES_MAX });
    mergeShares(this.#ctx, this.#ctx.router.health, { shares, now });
    this.#readAt = now;
  }

  /** A row holds all that is known, not what is new: who reads seldom misses nothing. */
  async #write(now: number): Promise<void> {
    const board = this.#ctx.router.health;
    const changed = new Set(board.exportSince(this.#writtenAt, now).deployments.map((told) => told.deploymentId));
    if (changed.size > 0) {
      const { deployments, processId } = board.exportSince(0, now);
      const told = deployments.filter(({ deploymentId }) => changed.has(deploymentId));
      const shares = told.map((state) => ({
        deploymentId: state.deploymentId,
        state: { ...state, machine: this.#ctx.router.vllmLoads.find(state.deploymentId, now) },
      }));
      await this.#ctx.health.save(processId, shares);
    }
    this.#writtenAt = now;
  }
}

/** Joins what others have seen; what this version cannot read is passed over. */
export function mergeShares(
  ctx: Pick<ServerContext, "logger">,
  board: HealthBoard,
  { shares, now }: { shares: readonly HealthShare[]; now: number },
): void {
  for (const { processId, deploymentId, state } of shares) {
    const snapshot = healthSnapshotSchema.safeParse({ processId, at: now, deployments: [state] });
    if (snapshot.success) board.merge(snapshot.data);
    else
      ctx.logger.info(
        { deploymentId, processId },
        "another process tells of its health in words that this one does not know",
      );
  }
}
