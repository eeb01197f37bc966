import type { Database } from "#server/adapters/postgres/database.ts";
import { createInvitationRepository, type InvitationRepository } from "./invitation-repository.ts";
import { createSessionCheckRepository, type SessionCheckRepository } from "./session-check-repository.ts";
import { createSessionRepository, type SessionRepository } from "./session-repository.ts";
import { createThrottleRepository, type ThrottleRepository } from "./throttle-repository.ts";
import { createUserRepository, type UserRepository } from "./user-repository.ts";

/** Everything about accounts that is kept. */
export type AccountRepository = UserRepository &
  SessionRepository &
  SessionCheckRepository &
  InvitationRepository &
  ThrottleRepository;

/** Accounts, sessions, invitations and throttles in PostgreSQL. */
export function createAccountRepository(database: Pick<Database, "pool" | "prisma" | "writePool">): AccountRepository {
  return {
    ...createUserRepository(database),
    ...createSessionRepository(database),
    ...createSessionCheckRepository(database),
    ...createInvitationRepository(database),
    ...createThrottleRepository(database),
  };
}
