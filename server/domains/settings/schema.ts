import { z } from "zod";
import { storableText } from "#contracts/storable-text.ts";
import { settingsSchema } from "#contracts/settings.ts";

const { theme, language, customInstructions, sendWithEnter } = settingsSchema.shape;

/** What a person may change: any of the settings, each as a whole. A name that is no setting is refused. */
export const updateSettingsSchema = z.strictObject({
  theme: theme.exactOptional(),
  language: language.exactOptional(),
  customInstructions: customInstructions.transform(storableText).exactOptional(),
  defaultModelId: z.string().min(1).max(400).transform(storableText).nullable().exactOptional(),
  sendWithEnter: sendWithEnter.exactOptional(),
});
