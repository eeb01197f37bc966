import type { AccountOptions } from "#server/domains/accounts/account.ts";
import type { AttemptRepository } from "#server/domains/routing/repository.ts";
import type { AccountRepository } from "#server/domains/accounts/repository.ts";
import type { CatalogueRevisionStore } from "#server/domains/catalog/catalogue-revision.ts";
import type { Catalogue } from "#server/domains/catalog/catalogue-watch.ts";
import type { LocalServerList } from "#server/domains/catalog/local-server-list.ts";
import type { CatalogRepository } from "#server/domains/catalog/repository.ts";
import type { ConversationRepository } from "#server/domains/conversations/repository.ts";
import type { HealthRepository } from "#server/domains/routing/health-repository.ts";
import type { RouterState } from "#server/domains/routing/router-state.ts";
import type { LiveGenerations } from "#server/domains/generations/live-generations.ts";
import type { GenerationRepository } from "#server/domains/generations/repository.ts";
import type { MessageRepository } from "#server/domains/messages/repository.ts";
import type { SettingsRepository } from "#server/domains/settings/repository.ts";
import type { Clock } from "#server/ports/clock.ts";
import type { ContextCache } from "#server/ports/context-cache.ts";
import type { GenerationLog } from "#server/ports/generation-log.ts";
import type { GenerationQueue } from "#server/ports/generation-queue.ts";
import type { Logger } from "#server/ports/logger.ts";
import type { PasswordHasher } from "#server/ports/password-hasher.ts";
import type { SecretBox } from "#server/ports/secret-box.ts";
import type { SessionCache } from "#server/ports/session-cache.ts";
import type { TokenSigner } from "#server/ports/token-signer.ts";
import type { ToolSource } from "#server/ports/tool-source.ts";
import type { UserChannel } from "#server/ports/user-channel.ts";

/** Who asks. Made by authentication alone, never from what a request says of itself. */
export type Actor = { userId: string; sessionId: string; role: "user" | "admin" };

/**
 * Everything a use case may ask for. A use case names what it touches and nothing more:
 * `type Needs = Pick<ServerContext, "conversations" | "clock">`.
 */
export type ServerContext = {
  clock: Clock;
  logger: Logger;
  secretBox: SecretBox;
  passwordHasher: PasswordHasher;
  tokenSigner: TokenSigner;
  generationLog: GenerationLog;
  generationQueue: GenerationQueue;
  userChannel: UserChannel;
  sessionCache: SessionCache;
  contextCache: ContextCache;
  accountOptions: AccountOptions;
  accounts: AccountRepository;
  /** The connections. */
  catalog: CatalogRepository;
  /** The models, aliases and deployments, from memory. */
  catalogue: Catalogue;
  catalogueRevisions: CatalogueRevisionStore;
  localServers: LocalServerList;
  conversations: ConversationRepository;
  generations: GenerationRepository;
  /** What this process itself is writing. */
  liveGenerations: LiveGenerations;
  messages: MessageRepository;
  settings: SettingsRepository;
  attempts: AttemptRepository;
  /** What the processes tell each other of deployments; what this one knows of them is in `router`. */
  health: HealthRepository;
  router: RouterState;
  /** Where the tools come from that models may call; of two with one name the first source's counts. */
  toolSources: readonly ToolSource[];
};
