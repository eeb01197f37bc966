import type OpenAI from "openai";
import type { ChatRequest } from "#inference/chat-model.ts";
import { toInput } from "#inference/wire/openai-responses/to-input.ts";
import { isStrictSchema } from "#inference/wire/is-strict-schema.ts";
import { portableName } from "#inference/wire/portable-name.ts";

/** The least that a response may be allowed to write. */
const OUTPUT_TOKENS_MIN = 16;

/** Our request as OpenAI's responses want it: streamed and not stored. */
export function toResponseRequest(
  modelName: string,
  request: ChatRequest,
): OpenAI.Responses.ResponseCreateParamsStreaming {
  const { system, outputTokensMax, reasoningEffort, tools, answerFormat } = request;
  return {
    model: modelName,
    input: toInput(request),
    stream: true,
    store: false,
    ...(system === null ? {} : { instructions: system }),
    ...(outputTokensMax === null ? {} : { max_output_tokens: Math.max(outputTokensMax, OUTPUT_TOKENS_MIN) }),
    ...(reasoningEffort === null ? {} : { reasoning: { effort: reasoningEffort } }),
    ...(tools.length === 0 ? {} : { tools: tools.map(toTool) }),
    ...(answerFormat === null ? {} : { text: { format: toFormat(answerFormat) } }),
  };
}

function toTool({ name, description, inputSchema }: ChatRequest["tools"][number]): OpenAI.Responses.FunctionTool {
  const strict = isStrictSchema(inputSchema);
  return { type: "function", name: portableName(name), description, parameters: { ...inputSchema }, strict };
}

function toFormat({ name, schema }: NonNullable<ChatRequest["answerFormat"]>) {
  return {
    type: "json_schema" as const,
    name: portableName(name),
    schema: { ...schema },
    strict: isStrictSchema(schema),
  };
}
