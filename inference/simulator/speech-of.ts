import { ANTHROPIC_SPEECH } from "./anthropic-speech.ts";
import { AZURE_RESPONSES_SPEECH } from "./azure-responses-speech.ts";
import { AZURE_SPEECH } from "./azure-speech.ts";
import { GEMINI_SPEECH } from "./gemini-speech.ts";
import { OPENAI_SPEECH } from "./openai-speech.ts";
import { RESPONSES_SPEECH } from "./responses-speech.ts";
import type { SimulatedWire } from "./simulated-request.ts";
import { VERTEX_CLAUDE_SPEECH } from "./vertex-claude-speech.ts";
import { VERTEX_SPEECH } from "./vertex-speech.ts";
import type { WireSpeech } from "./wire-speech.ts";

const SPEECHES: Record<SimulatedWire, WireSpeech> = {
  openai: OPENAI_SPEECH,
  "openai-responses": RESPONSES_SPEECH,
  azure: AZURE_SPEECH,
  "azure-responses": AZURE_RESPONSES_SPEECH,
  anthropic: ANTHROPIC_SPEECH,
  gemini: GEMINI_SPEECH,
  vertex: VERTEX_SPEECH,
  "vertex-claude": VERTEX_CLAUDE_SPEECH,
};

/** How a protocol is spoken. */
export function speechOf(wire: SimulatedWire): WireSpeech {
  return SPEECHES[wire];
}
