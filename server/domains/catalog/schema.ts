import { z } from "zod";
import { deploymentStateSchema, type CatalogueDocument } from "#contracts/catalogue-document.ts";
import { connectableProviderSchema, connectionScopeSchema } from "#contracts/connection.ts";
import { idSchema } from "#contracts/ids.ts";
import { storableText } from "#contracts/storable-text.ts";
import { baseUrlSchema } from "./base-url.ts";

/** A key as it can stand in a header. */
const HEADER_KEY = /^[\x21-\x7e]{1,1000}$/;

/** A key of any kind; what a paste brings along around it is cut off. A cloud's is a file of some lines. */
const apiKeySchema = z.string().trim().min(1).max(10_000);

/** Parts of a cloud's address: nothing that could make it another one. */
const projectSchema = z
  .string()
  .trim()
  .max(100)
  .regex(/^[a-z][a-z0-9-]*[a-z0-9]$/, "The id of a project has small letters, digits and hyphens only.");
const regionSchema = z
  .string()
  .trim()
  .max(40)
  .regex(/^[a-z][a-z0-9-]*[a-z0-9]$/, "A region is written like europe-west1 or global.");

const emptyAsMissing = (value: unknown): unknown =>
  value === null || (typeof value === "string" && value.trim() === "") ? undefined : value;

export const createConnectionSchema = z
  .strictObject({
    scope: connectionScopeSchema,
    provider: connectableProviderSchema,
    label: z.preprocess(emptyAsMissing, z.string().transform(storableText).pipe(z.string().trim().max(60)).optional()),
    baseUrl: z.preprocess(emptyAsMissing, baseUrlSchema.optional()),
    project: z.preprocess(emptyAsMissing, projectSchema.optional()),
    region: z.preprocess(emptyAsMissing, regionSchema.optional()),
    apiKey: z.preprocess(emptyAsMissing, apiKeySchema.optional()),
  })
  .refine(({ provider, apiKey }) => provider === "vertex" || apiKey === undefined || HEADER_KEY.test(apiKey), {
    path: ["apiKey"],
    error: "A key has no spaces and no special characters. Copy it again, and only the key.",
  });
export type CreateConnectionInput = z.infer<typeof createConnectionSchema>;

/** A change of the catalogue. The document is parsed by the use case, which says which entry is wrong. */
export const saveCatalogueSchema = z.strictObject({
  baseRevision: z.int().nonnegative(),
  summary: z
    .string()
    .transform(storableText)
    .pipe(z.string().trim().min(1, "Say in a few words what changes.").max(200)),
  document: z.custom<CatalogueDocument>((given) => typeof given === "object" && given !== null),
});
export type SaveCatalogueInput = z.infer<typeof saveCatalogueSchema>;

export const undoCatalogueSchema = z.strictObject({
  baseRevision: z.int().positive(),
  /** The revision whose document is to be true again; 0 is what was before the first. */
  revision: z.int().nonnegative(),
});
export type UndoCatalogueInput = z.infer<typeof undoCatalogueSchema>;

export const setDeploymentStateSchema = z.strictObject({ deploymentId: z.guid(), state: deploymentStateSchema });
export type SetDeploymentStateInput = z.infer<typeof setDeploymentStateSchema>;

export const listRevisionsSchema = z.strictObject({
  before: z.int().positive().nullable().default(null),
  limit: z.int().min(1).max(20).default(20),
});
export type ListRevisionsInput = z.infer<typeof listRevisionsSchema>;

export const namedConnectionSchema = z.strictObject({ scope: connectionScopeSchema, id: idSchema });
export type NamedConnection = z.infer<typeof namedConnectionSchema>;
