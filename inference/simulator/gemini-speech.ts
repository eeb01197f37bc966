import type { WireSpeech } from "./wire-speech.ts";
import {
  GEMINI_ERROR_FRAME,
  GEMINI_FILTERED_FRAMES,
  writeGeminiAnswer,
  writeGeminiFrames,
} from "./write-gemini-frames.ts";
import { writeGoogleStatus } from "./write-google-status.ts";

/** How the Gemini API speaks: it names its answers inside them, and a filtered question is an answer without an answer. */
export const GEMINI_SPEECH: WireSpeech = {
  writeFrames: writeGeminiFrames,
  errorFrame: GEMINI_ERROR_FRAME,
  writeWhole: writeGeminiAnswer,
  writeModels: (names) => ({
    models: [
      ...names.map((name) => toModel(name, ["generateContent", "countTokens"])),
      toModel("text-embedding-sim", ["embedContent"]),
      toModel("sim-tts", ["generateContent"]),
    ],
  }),
  writeError: writeGoogleStatus,
  promptFiltered: { frames: GEMINI_FILTERED_FRAMES },
  requestIdHeader: null,
};

function toModel(name: string, supportedGenerationMethods: readonly string[]): object {
  return { name: `models/${name}`, displayName: name, supportedGenerationMethods };
}
