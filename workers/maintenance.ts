import { purgeExpiredSessions } from "#server/domains/accounts/index.ts";
import { deleteEndedLogs } from "#server/domains/generations/index.ts";
import { purgeHealth } from "#server/domains/routing/index.ts";
import { purgeDeletedConversations } from "#server/domains/conversations/index.ts";
import type { Task } from "./task.ts";

const MINUTE_MS = 60_000;

/** What keeps the database small. */
export const maintenance: readonly Task[] = [
  { name: "delete ended logs", everyMs: MINUTE_MS, run: (ctx) => deleteEndedLogs(ctx) },
  {
    name: "purge deleted conversations",
    everyMs: 60 * MINUTE_MS,
    run: (ctx, signal) => purgeDeletedConversations(ctx, signal),
  },
  { name: "purge the health of deployments", everyMs: 10 * MINUTE_MS, run: (ctx) => purgeHealth(ctx) },
  { name: "purge expired sessions", everyMs: 60 * MINUTE_MS, run: (ctx) => purgeExpiredSessions(ctx) },
];
