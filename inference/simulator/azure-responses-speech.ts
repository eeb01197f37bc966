import { AZURE_SPEECH } from "./azure-speech.ts";
import { RESPONSES_SPEECH } from "./responses-speech.ts";
import type { WireSpeech } from "./wire-speech.ts";

/** How Azure speaks where it is asked for responses: as OpenAI does, with its own errors and its own name for a request. */
export const AZURE_RESPONSES_SPEECH: WireSpeech = {
  ...AZURE_SPEECH,
  writeFrames: RESPONSES_SPEECH.writeFrames,
  errorFrame: RESPONSES_SPEECH.errorFrame,
  writeWhole: RESPONSES_SPEECH.writeWhole,
};
