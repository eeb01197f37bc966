import { z } from "zod";
import type { JsonObject } from "#contracts/json-object.ts";
import { isRecord } from "#inference/wire/is-record.ts";

const objectSchema = z.record(z.string(), z.json());

/** What Anthropic refuses a schema for. */
const REFUSED = new Set([
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
]);

/** What holds schemas by names that are no words of JSON Schema. */
const BY_NAME = new Set(["properties", "$defs", "definitions"]);

/** What holds a schema, or several. */
const WITHIN = new Set(["items", "anyOf", "allOf", "oneOf"]);

/**
 * The JSON Schema of an answer as Anthropic takes it: no object leaves open which fields it has, and bounds of numbers
 * and lengths are left out, so that whoever needs them looks at the answer.
 */
export function toOutputSchema(schema: JsonObject): JsonObject {
  return objectSchema.parse(toSchema(schema));
}

function toSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toSchema);
  if (!isRecord(schema)) return schema;
  const entries = Object.entries(schema).filter(([word]) => !REFUSED.has(word));
  const taken = Object.fromEntries(entries.map(([word, value]) => [word, toWord(word, value)]));
  return schema["type"] === "object" ? { ...taken, additionalProperties: false } : taken;
}

function toWord(word: string, value: unknown): unknown {
  if (WITHIN.has(word)) return toSchema(value);
  if (!BY_NAME.has(word) || !isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, toSchema(schema)]));
}
