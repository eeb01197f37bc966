import { z } from "zod";

const CUSTOM_INSTRUCTIONS_LENGTH_MAX = 8_000;
export const LANGUAGES = ["en", "de"] as const;
const languageSchema = z.enum(LANGUAGES);
export type Language = z.infer<typeof languageSchema>;
const themeSchema = z.enum(["system", "light", "dark"]);
export type Theme = z.infer<typeof themeSchema>;

/** A person's own choices. `language` null follows the browser. */
export const settingsSchema = z.object({
  theme: themeSchema,
  language: languageSchema.nullable(),
  customInstructions: z.string().max(CUSTOM_INSTRUCTIONS_LENGTH_MAX),
  /** The model that a new conversation starts with; null takes the first there is. */
  defaultModelId: z.string().nullable(),
  /** Enter sends (and Shift+Enter breaks the line), or the other way round. */
  sendWithEnter: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;
