import type { Actor } from "#server/context.ts";

export type Role = Actor["role"];

/** Who may make an account once there is a first one. */
export type SignUpMode = "open" | "invitation" | "closed";

/** An account. `email` is in lower case; `passwordHash` is null for people who sign in through a provider. */
export type Account = {
  id: string;
  email: string;
  name: string | null;
  role: Role;
  passwordHash: string | null;
  emailVerifiedAt: Date | null;
  createdAt: Date;
  disabledAt: Date | null;
};

/** One browser that is or was signed in. */
export type Session = {
  userId: string;
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  userAgent: string | null;
  ipAddress: string | null;
};

/** Names a session; what the signed cookie holds and nothing more. */
export type SessionKey = { userId: string; sessionId: string };

/** Where a request came from, as the public port saw it. */
export type Origin = { ipAddress: string; userAgent: string | null };

/** A permission to make one account. The code itself is known to nobody but who was given it. */
export type Invitation = {
  id: string;
  email: string | null;
  role: Role;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  acceptedBy: string | null;
  acceptedAt: Date | null;
};

/** An account at a provider, by the provider's own name for it. */
export type Identity = { provider: string; subject: string };

/** A provider that people can sign in with. */
export type SignInProvider = { id: string; label: string };

/** What the operator decided about accounts. */
export type AccountOptions = { signUpMode: SignUpMode; providers: SignInProvider[] };

const DAY_MS = 24 * 60 * 60 * 1000;
/** A session ends by itself after this long unseen. */
const SESSION_IDLE_MAX_MS = 30 * DAY_MS;
/** A session ends by itself at this age, however busy; the cookie lives as long. */
export const SESSION_AGE_MAX_MS = 365 * DAY_MS;
/** Being seen is written down at most this often. */
export const LAST_SEEN_PRECISION_MS = 60_000;

/** When a session that was made and last seen at these times ends by itself. */
export function sessionExpiry(createdAt: Date, lastSeenAt: Date): Date {
  return new Date(Math.min(lastSeenAt.getTime() + SESSION_IDLE_MAX_MS, createdAt.getTime() + SESSION_AGE_MAX_MS));
}
