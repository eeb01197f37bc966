import { z } from "zod";
import type { JsonObject } from "#contracts/json-object.ts";
import { isRecord } from "./is-record.ts";

const objectSchema = z.record(z.string(), z.json());

/** The JSON Schema with no object that leaves open which fields it has: what fits it fits the one that was given. */
export function closeObjects(schema: JsonObject): JsonObject {
  return objectSchema.parse(close(schema));
}

function close(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(close);
  if (!isRecord(value)) return value;
  const closed = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, close(item)]));
  return value["type"] === "object" ? { ...closed, additionalProperties: false } : closed;
}
