import type { Frame } from "./frame.ts";
import type { SimulatedAnswer } from "./simulated-answer.ts";
import { writeOpenaiFrames } from "./write-openai-frames.ts";

const SAFE = { filtered: false, severity: "safe" };
const HARMLESS = { hate: SAFE, self_harm: SAFE, sexual: SAFE, violence: SAFE };
const FILTERED = { ...HARMLESS, violence: { filtered: true, severity: "medium" } };

/** What its filter made of the question, as Azure says before anything of the answer. */
const PROMPT_FRAME: Frame = {
  kind: "other",
  text: `data: ${JSON.stringify({
    choices: [],
    created: 0,
    id: "",
    model: "",
    object: "",
    prompt_filter_results: [
      { prompt_index: 0, content_filter_results: { ...HARMLESS, jailbreak: { filtered: false, detected: false } } },
    ],
  })}\n\n`,
};

/** An answer as Azure streams a chat completion: OpenAI's events with what its filters say. */
export function writeAzureFrames(answer: SimulatedAnswer, modelName: string): Frame[] {
  const found = answer.finishReason === "content-filter" ? FILTERED : HARMLESS;
  const frames = writeOpenaiFrames(answer, modelName, (kind) => ({
    content_filter_results: kind === "finish" ? found : kind === "delta" ? HARMLESS : {},
  }));
  return [PROMPT_FRAME, ...frames];
}
