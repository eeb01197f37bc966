import type { SimulatedError, WireSpeech } from "./wire-speech.ts";
import { OPENAI_ERROR_FRAME, writeOpenaiCompletion, writeOpenaiFrames } from "./write-openai-frames.ts";

const CODES: Record<number, string> = {
  401: "invalid_api_key",
  404: "model_not_found",
  429: "rate_limit_exceeded",
};

/** How OpenAI and those that imitate it speak. */
export const OPENAI_SPEECH: WireSpeech = {
  writeFrames: (answer, modelName) => writeOpenaiFrames(answer, modelName),
  errorFrame: OPENAI_ERROR_FRAME,
  writeWhole: writeOpenaiCompletion,
  writeModels: (names) => ({
    object: "list",
    data: names.map((id) => ({ id, object: "model", created: 1_790_000_000, owned_by: "simulator" })),
  }),
  writeError: ({ status, message }: SimulatedError) => ({
    error: { message, type: "simulated_error", param: null, code: CODES[status] ?? null },
  }),
  promptFiltered: {
    status: 400,
    body: {
      error: {
        message: "Invalid prompt: it was flagged as a possible violation of the usage policy, simulated.",
        type: "invalid_request_error",
        param: null,
        code: "invalid_prompt",
      },
    },
  },
  requestIdHeader: "x-request-id",
};
