import { createArgon2PasswordHasher } from "#server/adapters/argon2/argon2-password-hasher.ts";
import type { Database } from "#server/adapters/postgres/database.ts";
import { createPostgresGenerationLog } from "#server/adapters/postgres/postgres-generation-log.ts";
import { createPostgresGenerationQueue } from "#server/adapters/postgres/postgres-generation-queue.ts";
import { createContainer, type Container } from "#server/container.ts";
import type { ServerContext } from "#server/context.ts";
import { createGenerationRepository } from "#server/domains/generations/repository.ts";
import { createMessageRepository } from "#server/domains/messages/repository.ts";
import { createTestDatabase } from "./test-database.ts";
import { createTestEnv } from "./test-env.ts";

export type TestContainer = Container & {
  /** The container's context with a clock that stands until a test moves it, and with cheap passwords. */
  context: ServerContext;
  /** The same on a connection that may look at all people's rows, as maintenance does. */
  acrossUsers: ServerContext;
  acrossUsersUrl: string;
  /** Moves the clock on. */
  passMs: (durationMs: number) => void;
};

/** A whole container on a database of its own; `close` ends both. `variables` are added to the environment. */
export async function createTestContainer(variables: Record<string, string> = {}): Promise<TestContainer> {
  const testDatabase = await createTestDatabase();
  let now = Date.now();
  const container = createContainer(createTestEnv(testDatabase.url, variables), "test");
  const wide = createContainer(createTestEnv(testDatabase.acrossUsersUrl, variables), "test");
  const testing = {
    clock: { now: () => new Date(now) },
    passwordHasher: createArgon2PasswordHasher({ memoryKib: 8, passes: 1, lanes: 1 }),
  };
  return {
    ...container,
    context: { ...container.context, ...testing, ...createBatchWriters(testDatabase.database, container) },
    acrossUsers: { ...wide.context, ...testing },
    acrossUsersUrl: testDatabase.acrossUsersUrl,
    passMs(durationMs) {
      now += durationMs;
    },
    close: async () => {
      await Promise.all([container.close(), wide.close()]);
      await testDatabase.drop();
    },
  };
}

/** Their batches hold rows of many people on purpose: on a cluster they write through the door that may. */
function createBatchWriters(database: Database, { env, context }: Container): Partial<ServerContext> {
  const { generationLog, generationQueue } = context;
  const engines = env.REDIS_URL
    ? { generationLog, generationQueue }
    : {
        generationLog: createPostgresGenerationLog(database),
        generationQueue: createPostgresGenerationQueue(database),
      };
  return {
    ...engines,
    generations: createGenerationRepository(database),
    messages: createMessageRepository(database),
  };
}
