import { OPENAI_SPEECH } from "./openai-speech.ts";
import type { WireSpeech } from "./wire-speech.ts";
import { writeAzureFrames } from "./write-azure-frames.ts";

const CODES: Record<number, string> = { 401: "401", 404: "DeploymentNotFound", 429: "429" };

/** How Azure speaks: as OpenAI does, with its filters, its own words for errors and its own name for a request. */
export const AZURE_SPEECH: WireSpeech = {
  ...OPENAI_SPEECH,
  writeFrames: writeAzureFrames,
  writeModels: (names) => ({
    object: "list",
    data: names.map((id) => ({
      id,
      object: "deployment",
      model: "gpt-5.6",
      owner: "organization-owner",
      status: "succeeded",
    })),
  }),
  writeError: ({ status, message }) => ({ error: { code: CODES[status] ?? "InternalServerError", message } }),
  promptFiltered: {
    status: 400,
    body: {
      error: {
        message: "The response was filtered due to the prompt triggering the content management policy, simulated.",
        type: null,
        param: "prompt",
        code: "content_filter",
        status: 400,
        innererror: {
          code: "ResponsibleAIPolicyViolation",
          content_filter_result: {
            hate: { filtered: false, severity: "safe" },
            jailbreak: { filtered: true, detected: true },
            violence: { filtered: true, severity: "high" },
          },
        },
      },
    },
  },
  requestIdHeader: "apim-request-id",
};
