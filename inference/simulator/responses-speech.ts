import { OPENAI_SPEECH } from "./openai-speech.ts";
import type { WireSpeech } from "./wire-speech.ts";
import { RESPONSE_ERROR_FRAME, writeResponse, writeResponseFrames } from "./write-response-frames.ts";

/** How OpenAI speaks where it is asked for responses: its errors are the same. */
export const RESPONSES_SPEECH: WireSpeech = {
  ...OPENAI_SPEECH,
  writeFrames: writeResponseFrames,
  errorFrame: RESPONSE_ERROR_FRAME,
  writeWhole: writeResponse,
};
