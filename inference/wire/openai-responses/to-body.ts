import type { ChatRequest } from "#inference/chat-model.ts";
import { isStrictSchema } from "#inference/wire/is-strict-schema.ts";
import { portableName } from "#inference/wire/portable-name.ts";
import { toInput } from "./to-input.ts";

/** The least that a response may be allowed to write. */
const OUTPUT_TOKENS_MIN = 16;

/** Our request as OpenAI's responses want it, wherever they are spoken: streamed and not stored. */
export function toBody(modelName: string, request: ChatRequest) {
  const { system, outputTokensMax, reasoningEffort, tools, answerFormat } = request;
  return {
    model: modelName,
    input: toInput(request),
    stream: true as const,
    store: false,
    ...(system === null ? {} : { instructions: system }),
    ...(outputTokensMax === null ? {} : { max_output_tokens: Math.max(outputTokensMax, OUTPUT_TOKENS_MIN) }),
    ...(reasoningEffort === null ? {} : { reasoning: { effort: reasoningEffort } }),
    ...(tools.length === 0 ? {} : { tools: tools.map(toTool) }),
    ...(answerFormat === null ? {} : { text: { format: toFormat(answerFormat) } }),
  };
}

/** What is not said to be strict would be taken for it. */
function toTool({ name, description, inputSchema }: ChatRequest["tools"][number]) {
  const strict = isStrictSchema(inputSchema);
  return { type: "function" as const, name: portableName(name), description, parameters: { ...inputSchema }, strict };
}

function toFormat({ name, schema }: NonNullable<ChatRequest["answerFormat"]>) {
  return {
    type: "json_schema" as const,
    name: portableName(name),
    schema: { ...schema },
    strict: isStrictSchema(schema),
  };
}
