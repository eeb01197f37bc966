import { isRecord } from "#inference/wire/is-record.ts";

/**
 * The text of a chunk that carries nothing but text of the one answer that is asked for, as nearly
 * all do; null for every other, which the schema reads. It accepts nothing that the schema refuses.
 */
export function readTextChunk(json: unknown): string | null {
  if (!isRecord(json) || !isNothing(json["usage"]) || !isNothing(json["error"])) return null;
  const { choices, model } = json;
  if (!Array.isArray(choices) || choices.length !== 1 || !isShortName(model)) return null;
  const choice: unknown = choices[0];
  if (!isRecord(choice) || !isRecord(choice["delta"])) return null;
  if (!isNothing(choice["finish_reason"]) || !isNothing(choice["message"])) return null;
  if (!isNothing(choice["index"]) && choice["index"] !== 0) return null;
  const { delta } = choice;
  const hasMore = OTHER_FIELDS.some((field) => !isNothing(delta[field]));
  return typeof delta["content"] === "string" && !hasMore ? delta["content"] : null;
}

/** What a delta can hold beside text. */
const OTHER_FIELDS = ["refusal", "reasoning_content", "reasoning", "tool_calls"] as const;

const MODEL_NAME_LENGTH_MAX = 500;

function isShortName(model: unknown): boolean {
  return isNothing(model) || (typeof model === "string" && model.length <= MODEL_NAME_LENGTH_MAX);
}

function isNothing(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}
