import { z } from "zod";
import { settingsSchema } from "#contracts/settings.ts";

const { theme, language, customInstructions, defaultModelId, sendWithEnter } = settingsSchema.shape;

/** What a person may change: any of the settings, each as a whole. A name that is no setting is refused. */
export const updateSettingsSchema = z.strictObject({
  theme: theme.exactOptional(),
  language: language.exactOptional(),
  customInstructions: customInstructions.exactOptional(),
  defaultModelId: defaultModelId.exactOptional(),
  sendWithEnter: sendWithEnter.exactOptional(),
});
