import { ANTHROPIC_SPEECH } from "./anthropic-speech.ts";
import { AZURE_SPEECH } from "./azure-speech.ts";
import { OPENAI_SPEECH } from "./openai-speech.ts";
import type { SimulatedWire } from "./simulated-request.ts";
import type { WireSpeech } from "./wire-speech.ts";

const SPEECHES: Record<SimulatedWire, WireSpeech> = {
  openai: OPENAI_SPEECH,
  azure: AZURE_SPEECH,
  anthropic: ANTHROPIC_SPEECH,
};

/** How a protocol is spoken. */
export function speechOf(wire: SimulatedWire): WireSpeech {
  return SPEECHES[wire];
}
