import type { Account, Invitation, Session } from "./account.ts";

/** An account as its owner sees it. */
export function presentAccount({ id, email, name, role, passwordHash }: Account) {
  return { id, email, name, role, hasPassword: passwordHash !== null };
}

/** A session as its owner sees it; `currentId` is the session that asks. */
export function presentSession(session: Session, currentId: string) {
  const { id, createdAt, lastSeenAt, userAgent, ipAddress } = session;
  return {
    id,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    userAgent,
    ipAddress,
    isCurrent: id === currentId,
  };
}

/** An invitation as administrators see it. */
export function presentInvitation({ id, email, role, createdAt, expiresAt, acceptedAt }: Invitation) {
  return {
    id,
    email,
    role,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    acceptedAt: acceptedAt?.toISOString() ?? null,
  };
}
