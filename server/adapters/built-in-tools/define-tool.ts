import { z } from "zod";
import type { JsonObject } from "#contracts/json-object.ts";
import { AppError } from "#server/errors.ts";
import type { Tool } from "#server/ports/tool-source.ts";

/** What a built-in tool says of itself; `answer` gets an input that was parsed. */
type Definition<Schema extends z.ZodObject> = {
  name: string;
  description: string;
  input: Schema;
  answer: (input: z.infer<Schema>) => string | Promise<string>;
};

/** A tool whose input is parsed before it is looked at; a model is told what was wrong with one that is not as it should be. */
export function defineTool<Schema extends z.ZodObject>({ name, description, input, answer }: Definition<Schema>): Tool {
  return { name, description, inputSchema: toJsonSchema(input), run: async (given) => answer(parse(input, given)) };
}

/** Without `$schema`, which some providers refuse. */
function toJsonSchema(input: z.ZodObject): JsonObject {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: "input" });
  return schema as JsonObject;
}

function parse<Schema extends z.ZodObject>(input: Schema, given: unknown): z.infer<Schema> {
  const parsed = input.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": "));
  const userMessage = `The input is not as its schema says. ${faults.slice(0, 5).join("; ").slice(0, 1_000)}`;
  throw new AppError("invalid-input", { userMessage });
}
