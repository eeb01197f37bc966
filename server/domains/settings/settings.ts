import type { Settings } from "#contracts/settings.ts";

/** What holds for a person who never chose anything. */
export const DEFAULT_SETTINGS: Settings = {
  theme: "system",
  language: null,
  customInstructions: "",
  defaultModelId: null,
  sendWithEnter: true,
};
