import type { ServerContext } from "#server/context.ts";
import { AppError } from "#server/errors.ts";
import type { Account } from "./account.ts";
import { findNetwork } from "./find-network.ts";
import { hashCode } from "./hash-code.ts";
import type { ThrottlePace } from "./throttle-repository.ts";

type Needs = Pick<ServerContext, "accounts" | "clock">;

/** One address may be guessed at five times, then after 1, 2, 4 ... seconds, at last every quarter of an hour. */
const EMAIL_PACE: ThrottlePace = { freeFailures: 5, baseMs: 1000, maxMs: 15 * 60_000 };
/** A network holds several people, who may all mistype; so it is more than an address may have. */
const NETWORK_PACE: ThrottlePace = { freeFailures: 30, baseMs: 1000, maxMs: 15 * 60_000 };

export type Attempt = { email: string; ipAddress: string; account: Account | null };

/**
 * Counts an attempt to sign in as a failed one and throws AppError `rate-limited`, with the time to
 * wait, where the address or the network has failed too often. Call what it returns when the
 * attempt turns out well. The wait is never longer than a quarter of an hour; and failures from
 * elsewhere do not delay a person in a network where they signed in before.
 */
export async function throttleSignIn(ctx: Needs, attempt: Attempt): Promise<() => Promise<void>> {
  const now = ctx.clock.now();
  const emailKey = emailKeyOf(attempt.email);
  const networkKey = `network:${findNetwork(attempt.ipAddress)}`;
  const networkBlockedUntil = await ctx.accounts.takeAttempt(networkKey, NETWORK_PACE, now);
  if (networkBlockedUntil) throw tooMany(now, networkBlockedUntil);
  const emailBlockedUntil = await ctx.accounts.takeAttempt(emailKey, EMAIL_PACE, now);
  if (emailBlockedUntil && !(await isKnownNetwork(ctx, attempt))) {
    await ctx.accounts.returnAttempt(networkKey, now);
    throw tooMany(now, emailBlockedUntil);
  }
  return async () => {
    await ctx.accounts.clearAttempts(emailKey);
    // Only this one: a guesser with an account of their own must not wipe the network's slate clean.
    await ctx.accounts.returnAttempt(networkKey, now);
  };
}

/** Forgets the failures at an address, which stand for an old password, say. */
export async function forgetFailures(ctx: Pick<ServerContext, "accounts">, email: string): Promise<void> {
  await ctx.accounts.clearAttempts(emailKeyOf(email));
}

/** Hashed, because people also try addresses, or type passwords, that are none of ours. */
function emailKeyOf(email: string): string {
  return `email:${hashCode(email)}`;
}

async function isKnownNetwork(ctx: Needs, { account, ipAddress }: Attempt): Promise<boolean> {
  return account !== null && ctx.accounts.hasSessionFrom(account.id, ipAddress);
}

function tooMany(now: Date, blockedUntil: Date): AppError {
  const retryAfterMs = Math.max(1000, blockedUntil.getTime() - now.getTime());
  const seconds = Math.ceil(retryAfterMs / 1000);
  const wait = seconds < 100 ? `${seconds} second${seconds === 1 ? "" : "s"}` : `${Math.ceil(seconds / 60)} minutes`;
  return new AppError("rate-limited", {
    userMessage: `Too many wrong passwords. Wait ${wait} and try again.`,
    retryAfterMs,
  });
}
