import { GEMINI_SPEECH } from "./gemini-speech.ts";
import type { WireSpeech } from "./wire-speech.ts";

/** How Vertex speaks of Google's models: as the Gemini API does, but it lists all that Google has, whatever it is good for. */
export const VERTEX_SPEECH: WireSpeech = {
  ...GEMINI_SPEECH,
  writeModels: (names) => ({
    publisherModels: [...names.map((name) => `gemini-${name}`), "gemini-sim-embedding", "imagen-sim", "t5-sim"].map(
      (name) => ({ name: `publishers/google/models/${name}`, launchStage: "GA" }),
    ),
  }),
};
