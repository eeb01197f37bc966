import type { ErrorCode } from "#contracts/error-codes.ts";
import type { Usage } from "#contracts/stream-part.ts";
import type { ScenarioName } from "#inference/simulator/scenarios.ts";
import type { Way } from "./testing-ways.ts";

/** What an answer comes to, where it is not what its scenario says. */
type Otherwise = { text?: string; calls?: { name: string; input: unknown }[]; usage?: Partial<Usage> };

/** `whole`: all that the scenario says, its usage and why it stopped. `broken`: an error, with or without text before it. */
export type Outcome =
  | ({ type: "whole" } & Otherwise)
  | { type: "broken"; code: ErrorCode; isRetryable: boolean; hasText: boolean };

const SHORT_TEXT = "This is a simulated answer of a few words, the same every time.";

const WITHOUT_SOUND = { inputTokens: 1_003, audioInputTokens: 0, outputTokens: 8_007, audioOutputTokens: 0 };

const cut = broken("provider-stream-broken", { isRetryable: true, hasText: true });
const refused = (code: ErrorCode, isRetryable = false): Outcome => broken(code, { isRetryable, hasText: false });

/**
 * What every scenario of the simulator comes to on every way: the one table of providers and faults. A new scenario, or
 * a new provider, has no types until each of its cells is filled.
 */
export const OUTCOMES: Record<ScenarioName, Record<Way, Outcome>> = {
  echo: everywhere(whole({ text: "Hello" })),
  short: everywhere(whole()),
  markdown: everywhere(whole()),
  code: everywhere(whole()),
  unicode: everywhere(whole()),
  long: everywhere(whole()),
  "long-markdown": everywhere(whole()),
  slow: everywhere(whole()),
  reasoning: everywhere(whole()),
  "tool-call": everywhere(whole()),
  refusal: everywhere(whole()),
  "content-filter": everywhere(whole()),
  length: everywhere(whole()),
  see: everywhere(whole({ text: "I see 2: image/png, image/webp." })),
  "use-tools": everywhere(
    whole({
      calls: [
        { name: "find", input: { place: 1 } },
        { name: "look_up", input: { place: 2 } },
      ],
    }),
  ),
  calculate: everywhere(
    whole({ text: "Let me work that out.", calls: [{ name: "calculator", input: { expression: "17 * 23" } }] }),
  ),
  structured: everywhere(whole({ text: '{"city":"a city","country":"a country"}' })),
  // No protocol has a word for every kind of token: what it has none for is counted with its next of kin.
  usage: everywhere(whole(), {
    "openai-responses": whole({ usage: WITHOUT_SOUND }),
    "azure-responses": whole({ usage: WITHOUT_SOUND }),
    anthropic: whole({ usage: WITHOUT_SOUND }),
    "vertex-claude": whole({ usage: WITHOUT_SOUND }),
    google: whole({ usage: { inputTokens: 1_040, cacheWriteTokens: 0 } }),
    vertex: whole({ usage: { inputTokens: 1_040, cacheWriteTokens: 0 } }),
  }),
  "prompt-filtered": everywhere(refused("provider-content-filtered")),
  cut: everywhere(cut),
  reset: everywhere(cut),
  stall: everywhere(cut),
  silence: everywhere(refused("provider-unreachable", true)),
  unstreamed: everywhere(whole()),
  "web-page": everywhere(refused("provider-unreachable")),
  redirect: everywhere(refused("provider-unreachable")),
  "byte-at-a-time": everywhere(whole()),
  "split-surrogates": everywhere(whole({ text: "A 😀 B \u{FFFD} C\u{FFFD}" })),
  "split-characters": everywhere(whole()),
  "in-band-error": everywhere(broken("provider-unavailable", { isRetryable: true, hasText: true })),
  "malformed-event": everywhere(cut),
  "duplicate-event": everywhere(whole({ text: SHORT_TEXT.replace(" a few", " a a few") })),
  "missing-end": everywhere(whole()),
  "missing-finish": everywhere(cut),
  "late-usage": everywhere(whole()),
  "huge-event": everywhere(broken("provider-stream-broken", { isRetryable: false, hasText: true })),
  status: everywhere(refused("provider-unavailable", true)),
  "rate-limited": everywhere(refused("provider-rate-limited", true)),
  // These differ in how they go on with an answer; a new one they give whole, but for the one that breaks off.
  count: everywhere(whole()),
  "breaks-once": everywhere(broken("provider-unavailable", { isRetryable: true, hasText: true })),
  "breaks-for-good": everywhere(broken("provider-unavailable", { isRetryable: true, hasText: true })),
  overlap: everywhere(whole()),
  introduces: everywhere(whole()),
  restarts: everywhere(whole()),
  "restarts-otherwise": everywhere(whole()),
  "says-nothing": everywhere(whole()),
  "no-continue": everywhere(whole()),
};

function whole(otherwise: Otherwise = {}): Outcome {
  return { type: "whole", ...otherwise };
}

function broken(code: ErrorCode, how: { isRetryable: boolean; hasText: boolean }): Outcome {
  return { type: "broken", code, ...how };
}

function everywhere(outcome: Outcome, except: Partial<Record<Way, Outcome>> = {}): Record<Way, Outcome> {
  return {
    openai: outcome,
    "openai-responses": outcome,
    anthropic: outcome,
    "azure-openai": outcome,
    "azure-responses": outcome,
    google: outcome,
    vertex: outcome,
    "vertex-claude": outcome,
    "openai-compatible": outcome,
    ...except,
  };
}
