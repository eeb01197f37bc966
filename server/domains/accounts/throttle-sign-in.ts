import type { ServerContext } from "#server/context.ts";
import type { Account } from "./account.ts";
import { findNetwork } from "./find-network.ts";
import { hashCode } from "./hash-code.ts";
import { throttleNetwork } from "./throttle-network.ts";
import type { ThrottlePace } from "./throttle-repository.ts";
import { tooManyAttempts } from "./too-many-attempts.ts";

type Needs = Pick<ServerContext, "accounts" | "clock">;

/** One address may be guessed at five times, then after 1, 2, 4 ... seconds, at last every quarter of an hour. */
const EMAIL_PACE: ThrottlePace = { freeFailures: 5, baseMs: 1000, maxMs: 15 * 60_000 };

export type Attempt = { email: string; ipAddress: string; account: Account | null };

/**
 * Counts an attempt to sign in as a failed one and throws AppError `rate-limited`, with the time to
 * wait, where the address or the network has failed too often. Call what it returns when the
 * attempt turns out well. The wait is never longer than a quarter of an hour; and failures from
 * elsewhere do not delay a person in a network where they signed in before.
 */
export async function throttleSignIn(ctx: Needs, attempt: Attempt): Promise<() => Promise<void>> {
  const now = ctx.clock.now();
  const giveBack = await throttleNetwork(ctx, attempt.ipAddress);
  const key = emailKey(attempt.email);
  const blockedUntil = await ctx.accounts.takeAttempt(key, EMAIL_PACE, now);
  if (blockedUntil && !(await isKnownNetwork(ctx, attempt))) {
    await giveBack();
    throw tooManyAttempts(now, blockedUntil);
  }
  return async () => {
    await ctx.accounts.clearAttempts(key);
    await giveBack();
  };
}

/** Forgets the failures at an address, which stand for an old password, say. */
export async function forgetFailures(ctx: Pick<ServerContext, "accounts">, email: string): Promise<void> {
  await ctx.accounts.clearAttempts(emailKey(email));
}

/** Hashed, because people also type addresses, and passwords, that are nobody's here. */
function emailKey(email: string): string {
  return `email:${hashCode(email)}`;
}

async function isKnownNetwork(ctx: Needs, { account, ipAddress }: Attempt): Promise<boolean> {
  if (account === null) return false;
  const network = findNetwork(ipAddress);
  return (await ctx.accounts.listSessionAddresses(account.id)).some((address) => findNetwork(address) === network);
}
