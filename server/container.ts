import { createDatabase } from "#server/adapters/postgres/database.ts";
import type { ServerContext } from "#server/context.ts";
import { createAccountRepository } from "#server/domains/accounts/repository.ts";
import type { Env } from "#server/env.ts";

void createDatabase;
void createAccountRepository;

/** Everything a process runs on, wired once. `close` ends what was opened. */
export type Container = { context: ServerContext; env: Env; close: () => Promise<void> };
