import type { ChatRequest } from "#inference/chat-model.ts";
import { isStrictSchema } from "#inference/wire/is-strict-schema.ts";
import { portableName } from "#inference/wire/portable-name.ts";

type JsonSchemaFormat = {
  type: "json_schema";
  json_schema: { name: string; schema: Record<string, unknown>; strict: boolean };
};

/** The field of a chat completion that asks for JSON of a form; none where prose is wanted. */
export function toAnswerFormat({ answerFormat }: Pick<ChatRequest, "answerFormat">): {
  response_format?: JsonSchemaFormat;
} {
  if (answerFormat === null) return {};
  const { name, schema } = answerFormat;
  const form = { name: portableName(name), schema: { ...schema }, strict: isStrictSchema(schema) };
  return { response_format: { type: "json_schema", json_schema: form } };
}
