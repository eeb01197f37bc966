import { adminProcedure, router, userProcedure } from "#server/transport/trpc/procedures.ts";
import { checkConnection } from "./check-connection.ts";
import { createConnection } from "./create-connection.ts";
import { deleteConnection } from "./delete-connection.ts";
import { findLocalConnections } from "./find-local-connections.ts";
import { listConnections } from "./list-connections.ts";
import { getCatalogue } from "./get-catalogue.ts";
import { listModels } from "./list-models.ts";
import { listRevisions } from "./list-revisions.ts";
import { saveCatalogue } from "./save-catalogue.ts";
import {
  createConnectionSchema,
  listRevisionsSchema,
  namedConnectionSchema,
  saveCatalogueSchema,
  setDeploymentStateSchema,
  undoCatalogueSchema,
} from "./schema.ts";
import { setDeploymentState } from "./set-deployment-state.ts";
import { undoCatalogue } from "./undo-catalogue.ts";

/** What a person can choose from. */
export const modelsRouter = router({
  list: userProcedure.query(({ ctx }) => listModels(ctx.server, ctx.actor)),
});

/** The ways to providers: a person's own, and for administrators the instance's. */
export const connectionsRouter = router({
  list: userProcedure.query(({ ctx }) => listConnections(ctx.server, ctx.actor)),
  create: userProcedure
    .input(createConnectionSchema)
    .mutation(({ ctx, input, signal }) => createConnection(ctx.server, ctx.actor, { input, signal: orNever(signal) })),
  check: userProcedure
    .input(namedConnectionSchema)
    .mutation(({ ctx, input, signal }) => checkConnection(ctx.server, ctx.actor, { input, signal: orNever(signal) })),
  delete: userProcedure
    .input(namedConnectionSchema)
    .mutation(({ ctx, input }) => deleteConnection(ctx.server, ctx.actor, input)),
  findLocal: adminProcedure.query(({ ctx, signal }) => findLocalConnections(ctx.server, ctx.actor, orNever(signal))),
});

/** What models there are, for administrators: every change is a revision, and can be undone. */
export const catalogueRouter = router({
  get: adminProcedure.query(({ ctx }) => getCatalogue(ctx.server, ctx.actor)),
  save: adminProcedure
    .input(saveCatalogueSchema)
    .mutation(({ ctx, input }) => saveCatalogue(ctx.server, ctx.actor, input)),
  undo: adminProcedure
    .input(undoCatalogueSchema)
    .mutation(({ ctx, input }) => undoCatalogue(ctx.server, ctx.actor, input)),
  setDeploymentState: adminProcedure
    .input(setDeploymentStateSchema)
    .mutation(({ ctx, input }) => setDeploymentState(ctx.server, ctx.actor, input)),
  revisions: adminProcedure
    .input(listRevisionsSchema)
    .query(({ ctx, input }) => listRevisions(ctx.server, ctx.actor, input)),
});

/** The signal of who asked; a caller inside this process may have none. */
function orNever(signal: AbortSignal | undefined): AbortSignal {
  return signal ?? new AbortController().signal;
}
