import type { ServerContext } from "#server/context.ts";
import { findNetwork } from "./find-network.ts";
import type { ThrottlePace } from "./throttle-repository.ts";
import { tooManyAttempts } from "./too-many-attempts.ts";

type Needs = Pick<ServerContext, "accounts" | "clock">;

/** A network holds several people, who may all mistype; so it is more than one address may have. */
const NETWORK_PACE: ThrottlePace = { freeFailures: 30, baseMs: 1000, maxMs: 15 * 60_000 };

/**
 * Counts an attempt from a network as a failed one, and throws AppError `rate-limited` where it
 * failed too often lately. What it returns takes this one attempt back, and only this one: a
 * guesser with an account of their own must not wipe their network's slate clean.
 */
export async function throttleNetwork(ctx: Needs, ipAddress: string): Promise<() => Promise<void>> {
  const now = ctx.clock.now();
  const key = `network:${findNetwork(ipAddress)}`;
  const blockedUntil = await ctx.accounts.takeAttempt(key, NETWORK_PACE, now);
  if (blockedUntil) throw tooManyAttempts(now, blockedUntil);
  return () => ctx.accounts.returnAttempt(key, now);
}
