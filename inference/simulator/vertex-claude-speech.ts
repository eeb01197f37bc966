import { ANTHROPIC_SPEECH } from "./anthropic-speech.ts";
import type { WireSpeech } from "./wire-speech.ts";

/** How Vertex speaks of Anthropic's models: as Anthropic does, with a list like Google's. */
export const VERTEX_CLAUDE_SPEECH: WireSpeech = {
  ...ANTHROPIC_SPEECH,
  writeModels: (names) => ({
    publisherModels: names.map((name) => ({ name: `publishers/anthropic/models/claude-${name}`, launchStage: "GA" })),
  }),
};
