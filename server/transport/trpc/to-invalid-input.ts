import type { ZodError } from "zod";
import { AppError } from "#server/errors.ts";

/** How zod itself begins its messages; every other one was written in a schema of ours, for a person. */
const WRITTEN_BY_ZOD = /^(Invalid|Too|Unrecognized|Expected)\b/;

/** A refused input as an AppError `invalid-input` that says the schema's own sentence where it has one. */
export function toInvalidInput(error: ZodError): AppError {
  const spoken = error.issues.find(({ message }) => !WRITTEN_BY_ZOD.test(message));
  const paths = error.issues.map(({ path }) => path.join(".")).join(", ");
  return new AppError("invalid-input", {
    message: `The input is not right: ${paths}`,
    ...(spoken ? { userMessage: spoken.message } : {}),
  });
}
