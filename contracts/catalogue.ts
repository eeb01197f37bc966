import { z } from "zod";
import { catalogueDocumentSchema, aliasSchema, catalogueModelSchema, deploymentSchema } from "./catalogue-document.ts";
import { connectableProviderSchema } from "./connection.ts";

/** From where an entry is: `seed` comes with the program, `derived` from what a connection lists, `document` was made by an administrator. */
const originSchema = z.enum(["seed", "derived", "document"]);

/** A connection of the instance, as far as deployments need it. */
const catalogueConnectionSchema = z.object({
  id: z.string(),
  label: z.string(),
  provider: connectableProviderSchema,
  region: z.string().nullable(),
  modelNames: z.array(z.string()),
});

/**
 * What is true now, for the page of administrators: the newest document as it was saved, and beside it what comes of it
 * together with the seed and the connections. Only `document` is changed and saved.
 */
const catalogueViewSchema = z.object({
  /** The number of the newest revision; 0 before the first change. A change names it as its base. */
  revision: z.int().nonnegative(),
  document: catalogueDocumentSchema,
  models: z.array(catalogueModelSchema.extend({ origin: originSchema })),
  aliases: z.array(aliasSchema.extend({ origin: originSchema, answersNow: z.string().nullable() })),
  deployments: z.array(deploymentSchema.extend({ origin: originSchema, connectionLabel: z.string() })),
  connections: z.array(catalogueConnectionSchema),
});
export type CatalogueView = z.infer<typeof catalogueViewSchema>;

/** One thing that differs between two documents; `before` and `after` are JSON text, null where there was or is nothing. */
const catalogueDifferenceSchema = z.object({
  kind: z.enum(["model", "alias", "deployment"]),
  id: z.string(),
  label: z.string(),
  change: z.enum(["added", "removed", "changed"]),
  fields: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type CatalogueDifference = z.infer<typeof catalogueDifferenceSchema>;

/** One change of the catalogue: who made it, when, and what it changed of the one before. */
const catalogueRevisionSchema = z.object({
  id: z.int().positive(),
  madeAt: z.iso.datetime(),
  /** Null where the account is gone, or where a program made the change. */
  madeBy: z.object({ id: z.string(), email: z.string(), name: z.string().nullable() }).nullable(),
  summary: z.string(),
  differences: z.array(catalogueDifferenceSchema),
});
export type CatalogueRevision = z.infer<typeof catalogueRevisionSchema>;
