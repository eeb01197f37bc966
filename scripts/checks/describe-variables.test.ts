import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { envSchema } from "#server/env.ts";
import { describeVariables } from "./describe-variables.ts";

const source = await readFile(join(import.meta.dirname, "../../server/env.ts"), "utf8");

test("every variable of the schema is described, in its order, by a sentence", () => {
  const variables = describeVariables(source).flatMap((concern) => concern.variables);
  expect(variables.map(({ name }) => name)).toEqual(Object.keys(envSchema.shape));
  for (const { name, description } of variables) expect(description, name).toMatch(/^[A-Z].+\.$/);
});

test("a variable's values and what holds without it are read from its schema", () => {
  const [concern] = describeVariables(`export const envSchema = z.object({
  // Operation
  /** The least important
   * log line. */
  LOG_LEVEL: z.enum(["info", "warn"]).default("info"),
  /** How many. */
  COUNT: z.coerce.number().int().min(4).max(1_000).default(12),
});
`);
  expect(concern).toEqual({
    title: "Operation",
    variables: [
      {
        name: "LOG_LEVEL",
        description: "The least important log line.",
        values: "`info`, `warn`",
        whenLeftOut: "`info`",
      },
      { name: "COUNT", description: "How many.", values: "a number, 4 to 1,000", whenLeftOut: "`12`" },
    ],
  });
});
