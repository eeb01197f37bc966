import type { JsonObject } from "#contracts/json-object.ts";
import { isRecord } from "./is-record.ts";

/**
 * Whether a JSON Schema can be enforced to the letter, as OpenAI and Anthropic do it: each of its objects names all its
 * fields, demands every one and allows no others. Another is refused by them where it is given as strict.
 */
export function isStrictSchema(schema: JsonObject): boolean {
  return everyObject(schema, (object) => {
    if (object["type"] !== "object") return true;
    const names = isRecord(object["properties"]) ? Object.keys(object["properties"]) : [];
    const required: readonly unknown[] = Array.isArray(object["required"]) ? object["required"] : [];
    return object["additionalProperties"] === false && names.every((name) => required.includes(name));
  });
}

function everyObject(value: unknown, isRight: (object: Record<string, unknown>) => boolean): boolean {
  if (Array.isArray(value)) return value.every((item) => everyObject(item, isRight));
  if (!isRecord(value)) return true;
  return isRight(value) && Object.values(value).every((item) => everyObject(item, isRight));
}
