import { createArgon2PasswordHasher } from "#server/adapters/argon2/argon2-password-hasher.ts";
import { createPinoLogger } from "#server/adapters/pino/pino-logger.ts";
import { createDatabase } from "#server/adapters/postgres/database.ts";
import { isDatabaseReady } from "#server/adapters/postgres/is-database-ready.ts";
import { createPostgresContextCache } from "#server/adapters/postgres/postgres-context-cache.ts";
import { createPostgresGenerationLog } from "#server/adapters/postgres/postgres-generation-log.ts";
import { createPostgresGenerationQueue } from "#server/adapters/postgres/postgres-generation-queue.ts";
import { createPostgresSessionCache } from "#server/adapters/postgres/postgres-session-cache.ts";
import { createPostgresUserChannel } from "#server/adapters/postgres/postgres-user-channel.ts";
import { createAesSecretBox } from "#server/adapters/secret-box/aes-secret-box.ts";
import { createRsaTokenSigner } from "#server/adapters/tokens/rsa-token-signer.ts";
import { findLocalServers } from "#inference/index.ts";
import type { ServerContext } from "#server/context.ts";
import { findSignInProviders } from "#server/domains/accounts/find-sign-in-providers.ts";
import { createAccountRepository } from "#server/domains/accounts/repository.ts";
import { createLocalServerList } from "#server/domains/catalog/local-server-list.ts";
import { createCatalogRepository } from "#server/domains/catalog/repository.ts";
import { createConversationRepository } from "#server/domains/conversations/repository.ts";
import { createLiveGenerations } from "#server/domains/generations/live-generations.ts";
import { createGenerationRepository } from "#server/domains/generations/repository.ts";
import { createMessageRepository } from "#server/domains/messages/repository.ts";
import { createSettingsRepository } from "#server/domains/settings/repository.ts";
import type { Env } from "#server/env.ts";

/** Everything that a process runs on. `close` ends what was opened and can be called twice. */
export type Container = {
  context: ServerContext;
  env: Env;
  /** Whether the database answers. Never throws. */
  isReady: () => Promise<boolean>;
  close: () => Promise<void>;
};

/** Wires adapters to ports, the one place that does. `process` names the process in its logs. Connects to nothing yet. */
export function createContainer(env: Env, process: string): Container {
  const logger = createPinoLogger(process, env.LOG_LEVEL);
  const database = createDatabase(env.DATABASE_URL, env.DATABASE_POOL_SIZE);
  const userChannel = createPostgresUserChannel(env.DATABASE_URL, logger);
  const clock = { now: () => new Date() };
  const context: ServerContext = {
    clock,
    logger,
    secretBox: createAesSecretBox(env.ENCRYPTION_KEYS),
    passwordHasher: createArgon2PasswordHasher(),
    tokenSigner: createRsaTokenSigner(env.TOKEN_PRIVATE_KEY, clock),
    generationLog: createPostgresGenerationLog(database),
    generationQueue: createPostgresGenerationQueue(database),
    userChannel,
    sessionCache: createPostgresSessionCache(),
    contextCache: createPostgresContextCache(),
    accountOptions: { signUpMode: env.SIGN_UP, providers: findSignInProviders(env) },
    accounts: createAccountRepository(database),
    catalog: createCatalogRepository(database),
    localServers: createLocalServerList({
      isEnabled: env.DISCOVER_LOCAL_MODELS,
      search: findLocalServers,
      now: () => performance.now(),
    }),
    conversations: createConversationRepository(database),
    generations: createGenerationRepository(database),
    liveGenerations: createLiveGenerations(),
    messages: createMessageRepository(database),
    settings: createSettingsRepository(database),
  };
  return {
    context,
    env,
    isReady: () => isDatabaseReady(database),
    close: async () => {
      await userChannel.close();
      await database.close();
    },
  };
}
