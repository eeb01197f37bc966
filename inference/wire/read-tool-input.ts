import { z } from "zod";
import type { JsonObject } from "#contracts/json-object.ts";

const objectSchema = z.record(z.string(), z.json());

/** The arguments of a tool call as an object; an empty one where its text is none: providers refuse everything else. */
export function readToolInput(inputText: string): JsonObject {
  try {
    const parsed = objectSchema.safeParse(JSON.parse(inputText));
    return parsed.success ? parsed.data : {};
  } catch {
    // A model wrote no JSON; whoever ran the call told it so in the result.
    return {};
  }
}
