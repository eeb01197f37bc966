import { createArgon2PasswordHasher } from "#server/adapters/argon2/argon2-password-hasher.ts";
import { createBuiltInTools } from "#server/adapters/built-in-tools/create-built-in-tools.ts";
import { createPinoLogger } from "#server/adapters/pino/pino-logger.ts";
import { createDatabase, type Database, type DatabaseLimits } from "#server/adapters/postgres/database.ts";
import { isDatabaseReady } from "#server/adapters/postgres/is-database-ready.ts";
import { createPostgresContextCache } from "#server/adapters/postgres/postgres-context-cache.ts";
import { createPostgresGenerationLog } from "#server/adapters/postgres/postgres-generation-log.ts";
import { createPostgresGenerationQueue } from "#server/adapters/postgres/postgres-generation-queue.ts";
import { createPostgresSessionCache } from "#server/adapters/postgres/postgres-session-cache.ts";
import { createPostgresUserChannel } from "#server/adapters/postgres/postgres-user-channel.ts";
import { createRedisContextCache } from "#server/adapters/redis/redis-context-cache.ts";
import { createRedisGenerationLog } from "#server/adapters/redis/redis-generation-log.ts";
import { createRedisGenerationQueue } from "#server/adapters/redis/redis-generation-queue.ts";
import { createRedisSessionCache } from "#server/adapters/redis/redis-session-cache.ts";
import { createRedisUserChannel } from "#server/adapters/redis/redis-user-channel.ts";
import { createRedis } from "#server/adapters/redis/redis-connection.ts";
import { RedisSubscriber } from "#server/adapters/redis/redis-subscriber.ts";
import { createAesSecretBox } from "#server/adapters/secret-box/aes-secret-box.ts";
import { createRsaTokenSigner } from "#server/adapters/tokens/rsa-token-signer.ts";
import { allowPrivateAddresses, findLocalServers } from "#inference/index.ts";
import type { ServerContext } from "#server/context.ts";
import { findSignInProviders } from "#server/domains/accounts/find-sign-in-providers.ts";
import { createAttemptRepository } from "#server/domains/routing/repository.ts";
import { createHealthRepository } from "#server/domains/routing/health-repository.ts";
import { createRouterState } from "#server/domains/routing/router-state.ts";
import { createAccountRepository } from "#server/domains/accounts/repository.ts";
import { createCatalogueRevisionRepository } from "#server/domains/catalog/catalogue-revision-repository.ts";
import { CatalogueWatch } from "#server/domains/catalog/catalogue-watch.ts";
import { createLocalServerList } from "#server/domains/catalog/local-server-list.ts";
import { createCatalogRepository } from "#server/domains/catalog/repository.ts";
import { createConversationRepository } from "#server/domains/conversations/repository.ts";
import { createLiveGenerations } from "#server/domains/generations/live-generations.ts";
import { createGenerationRepository } from "#server/domains/generations/repository.ts";
import { createMessageRepository } from "#server/domains/messages/repository.ts";
import { createSettingsRepository } from "#server/domains/settings/repository.ts";
import type { Env } from "#server/env.ts";
import { findPrivateAddresses } from "#server/find-private-addresses.ts";
import type { Logger } from "#server/ports/logger.ts";

/** Everything that a process runs on. `close` ends what was opened and can be called twice. */
export type Container = {
  context: ServerContext;
  env: Env;
  /** Whether the database answers. Never throws. Redis is not asked: what is stored can be read without it (decision 15). */
  isReady: () => Promise<boolean>;
  close: () => Promise<void>;
};

/**
 * Wires adapters to ports, the one place that does. `process` names the process in its logs; `limits` are for a process
 * whose questions take the database longer than those of people. Connects to nothing yet. Where
 * models may be is a matter of the whole process: the latest container says it.
 */
export function createContainer(env: Env, process: string, limits: Partial<DatabaseLimits> = {}): Container {
  allowPrivateAddresses(findPrivateAddresses(env));
  const logger = createPinoLogger(process, env.LOG_LEVEL);
  const database = createDatabase(env.DATABASE_URL, env.DATABASE_POOL_SIZE, limits);
  const { close, ...engines } = env.REDIS_URL
    ? openRedisEngines(env.REDIS_URL, logger)
    : openPostgresEngines(database, env.DATABASE_URL, logger);
  const router = createRouterState();
  const clock = { now: () => new Date() };
  const catalogueRevisions = createCatalogueRevisionRepository(database);
  const catalogue = new CatalogueWatch({ revisions: catalogueRevisions, logger });
  const context: ServerContext = {
    clock,
    logger,
    secretBox: createAesSecretBox(env.ENCRYPTION_KEYS),
    passwordHasher: createArgon2PasswordHasher(),
    tokenSigner: createRsaTokenSigner(env.TOKEN_PRIVATE_KEY, clock),
    ...engines,
    accountOptions: { signUpMode: env.SIGN_UP, providers: findSignInProviders(env) },
    accounts: createAccountRepository(database),
    catalog: createCatalogRepository(database),
    catalogue,
    catalogueRevisions,
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
    attempts: createAttemptRepository(database),
    health: createHealthRepository(database),
    router,
    toolSources: [createBuiltInTools(clock)],
  };
  return {
    context,
    env,
    isReady: () => isDatabaseReady(database),
    close: async () => {
      await Promise.all([close(), catalogue.stop(), router.tokenCounter.stop()]);
      await database.close();
    },
  };
}

/** What carries an answer while it is under way, and remembers what would else be asked of the database. */
type Engines = Pick<
  ServerContext,
  "generationLog" | "generationQueue" | "userChannel" | "sessionCache" | "contextCache"
> & { close: () => Promise<void> };

function openRedisEngines(url: string, logger: Logger): Engines {
  const connection = createRedis(url, logger);
  const subscriber = new RedisSubscriber(connection);
  return {
    generationLog: createRedisGenerationLog(connection, subscriber),
    generationQueue: createRedisGenerationQueue(connection),
    userChannel: createRedisUserChannel(connection, subscriber),
    sessionCache: createRedisSessionCache(connection),
    contextCache: createRedisContextCache(connection),
    close: async () => {
      subscriber.close();
      await connection.close();
    },
  };
}

function openPostgresEngines(database: Database, url: string, logger: Logger): Engines {
  const userChannel = createPostgresUserChannel(url, logger);
  return {
    generationLog: createPostgresGenerationLog(database),
    generationQueue: createPostgresGenerationQueue(database),
    userChannel,
    sessionCache: createPostgresSessionCache(),
    contextCache: createPostgresContextCache(),
    close: () => userChannel.close(),
  };
}
