import { v7 as createId } from "uuid";
import { HEALTH_MINUTES, type HealthView } from "#contracts/deployment-health.ts";
import { HealthBoard } from "#inference/index.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { findMachines } from "./find-machines.ts";
import { mergeShares } from "./health-sharing.ts";
import { assertMayLook } from "./policy.ts";
import { presentHealth } from "./presenter.ts";

type Needs = Pick<ServerContext, "attempts" | "catalogue" | "clock" | "health" | "logger">;

const WITHIN_MS = HEALTH_MINUTES * 60_000;
const SHARES_MAX = 10_000;
const CALLS_MAX = 200_000;

/**
 * How every deployment of the catalogue fares, from what all processes have written down and from the last half an hour's
 * calls, the newest 200,000 of them. Throws AppError `forbidden` for who is no administrator.
 */
export async function listHealth(ctx: Needs, actor: Pick<Actor, "role">): Promise<HealthView> {
  assertMayLook(actor);
  const now = ctx.clock.now().getTime();
  const [catalogue, shares, minutes] = await Promise.all([
    ctx.catalogue.current(),
    ctx.health.list({ withinMs: WITHIN_MS, exceptProcessId: null, limit: SHARES_MAX }),
    ctx.attempts.measure(HEALTH_MINUTES, CALLS_MAX),
  ]);
  const board = new HealthBoard(createId());
  mergeShares(ctx, board, { shares, now });
  return presentHealth(catalogue, { board, minutes, machines: findMachines(shares), now });
}
