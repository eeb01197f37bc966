import { accountsRouter } from "#server/domains/accounts/router.ts";
import { catalogueRouter, connectionsRouter, modelsRouter } from "#server/domains/catalog/router.ts";
import { conversationsRouter } from "#server/domains/conversations/router.ts";
import { generationsRouter } from "#server/domains/generations/router.ts";
import { attemptsRouter, healthRouter } from "#server/domains/routing/router.ts";
import { messagesRouter } from "#server/domains/messages/router.ts";
import { settingsRouter } from "#server/domains/settings/router.ts";
import { router } from "./procedures.ts";

/** Every procedure, by domain. */
export const rootRouter = router({
  accounts: accountsRouter,
  attempts: attemptsRouter,
  catalogue: catalogueRouter,
  connections: connectionsRouter,
  conversations: conversationsRouter,
  generations: generationsRouter,
  health: healthRouter,
  messages: messagesRouter,
  models: modelsRouter,
  settings: settingsRouter,
});

export type RootRouter = typeof rootRouter;
