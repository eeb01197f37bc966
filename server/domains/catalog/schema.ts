import { z } from "zod";
import { connectableProviderSchema, connectionScopeSchema } from "#contracts/connection.ts";
import { idSchema } from "#contracts/ids.ts";
import { storableText } from "#contracts/storable-text.ts";
import { baseUrlSchema } from "./base-url.ts";

/** A key as it can stand in a header; what a paste brings along around it is cut off. */
const apiKeySchema = z
  .string()
  .trim()
  .min(1)
  .max(1_000)
  .regex(/^[\x21-\x7e]+$/, "A key has no spaces and no special characters. Copy it again, and only the key.");

const emptyAsMissing = (value: unknown): unknown =>
  value === null || (typeof value === "string" && value.trim() === "") ? undefined : value;

export const createConnectionSchema = z.strictObject({
  scope: connectionScopeSchema,
  provider: connectableProviderSchema,
  label: z.preprocess(emptyAsMissing, z.string().transform(storableText).pipe(z.string().trim().max(60)).optional()),
  baseUrl: z.preprocess(emptyAsMissing, baseUrlSchema.optional()),
  apiKey: z.preprocess(emptyAsMissing, apiKeySchema.optional()),
});
export type CreateConnectionInput = z.infer<typeof createConnectionSchema>;

export const namedConnectionSchema = z.strictObject({ scope: connectionScopeSchema, id: idSchema });
export type NamedConnection = z.infer<typeof namedConnectionSchema>;
