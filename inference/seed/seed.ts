import type { Alias, CatalogueModel } from "#contracts/catalogue-document.ts";
import { ANTHROPIC_MODELS } from "./anthropic.ts";
import { GOOGLE_MODELS } from "./google.ts";
import { OPENAI_MODELS } from "./openai.ts";

/**
 * The public models and three names for choosing without knowing them, so that one key is enough to begin with. Looked
 * up on the day each model names, in stored copies of public pages, not in live price lists: good for choosing a model,
 * and for an invoice only once an administrator has compared them.
 */
export const SEED: { models: readonly CatalogueModel[]; aliases: readonly Alias[] } = {
  models: [...OPENAI_MODELS, ...ANTHROPIC_MODELS, ...GOOGLE_MODELS],
  aliases: [
    {
      id: "fast",
      label: "Fast",
      modelIds: [
        "gemini-3.8-flash",
        "claude-haiku-5-5",
        "gpt-6-luna",
        "gpt-5.4-mini",
        "gemini-2.5-flash",
        "claude-haiku-4-5",
        "gpt-5-mini",
        "gpt-4o-mini",
      ],
    },
    {
      id: "best",
      label: "Best",
      modelIds: [
        "gpt-6.2-astra",
        "claude-fable-5-1",
        "claude-opus-5-5",
        "gemini-4-argon",
        "gpt-6-astra",
        "gpt-6.2-sol",
        "claude-sonnet-5-5",
        "gemini-3.1-pro-preview",
        "gpt-5.5",
        "gemini-2.5-pro",
        "gpt-4o",
      ],
    },
    {
      id: "cheap",
      label: "Cheap",
      modelIds: [
        "gpt-6-luna",
        "claude-haiku-5-5",
        "gemini-2.5-flash-lite",
        "gemini-3.1-flash-lite",
        "gpt-5-nano",
        "gpt-4.1-nano",
        "claude-haiku-4-5",
        "gpt-4o-mini",
      ],
    },
  ],
};
