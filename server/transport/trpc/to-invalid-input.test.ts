import { expect, test } from "vitest";
import { z } from "zod";
import { toInvalidInput } from "./to-invalid-input.ts";

const schema = z.object({ key: z.string().max(10).regex(/^\S+$/, "A key has no spaces."), count: z.int() });

function refuse(input: unknown): z.ZodError {
  const { error } = schema.safeParse(input);
  if (!error) throw new Error("The input was accepted.");
  return error;
}

test("a sentence that a schema of ours wrote reaches the person", () => {
  expect(toInvalidInput(refuse({ key: "a b", count: 1 })).userMessage).toBe("A key has no spaces.");
});

test("what zod says by itself stays in the log, with the path and without the value", () => {
  const error = toInvalidInput(refuse({ key: "much too long a key", count: "secret" }));
  expect(error.userMessage).toBe("A key has no spaces.");
  const plain = toInvalidInput(refuse({ key: "short", count: "secret" }));
  expect(plain.userMessage).toBe("Something in this request is not right.");
  expect(plain.message).toBe("The input is not right: count");
});
