import { z } from "zod";
import { idSchema } from "./ids.ts";

/** The kinds of provider that a person can connect; the demo model needs no connection. */
const CONNECTABLE_PROVIDERS = ["openai", "anthropic", "google", "azure-openai", "vertex", "openai-compatible"] as const;
export const connectableProviderSchema = z.enum(CONNECTABLE_PROVIDERS);
export type ConnectableProvider = z.infer<typeof connectableProviderSchema>;

/** Who may use a connection: everybody of the instance, or the one person whose key it is. */
export const connectionScopeSchema = z.enum(["instance", "personal"]);
export type ConnectionScope = z.infer<typeof connectionScopeSchema>;

/** A way to a provider's models. Its key is never part of it. */
const connectionSchema = z.object({
  id: idSchema,
  scope: connectionScopeSchema,
  provider: connectableProviderSchema,
  label: z.string(),
  baseUrl: z.string().nullable(),
  /** For clouds that have them. */
  project: z.string().nullable(),
  region: z.string().nullable(),
  hasApiKey: z.boolean(),
  modelNames: z.array(z.string()),
  createdAt: z.iso.datetime(),
  checkedAt: z.iso.datetime().nullable(),
});
export type Connection = z.infer<typeof connectionSchema>;
