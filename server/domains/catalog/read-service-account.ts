import { z } from "zod";
import { AppError } from "#server/errors.ts";

const serviceAccountSchema = z.looseObject({
  type: z.literal("service_account"),
  /** It becomes part of an address. */
  project_id: z
    .string()
    .max(100)
    .regex(/^[a-z][a-z0-9-]*[a-z0-9]$/),
  client_email: z.string().min(1),
  private_key: z.string().includes("PRIVATE KEY"),
});

/** The JSON of a service account's key as a file has it, without its blanks, and the project that it names. Throws AppError `invalid-input`. */
export function readServiceAccount(text: string): { json: string; projectId: string } {
  const { data } = serviceAccountSchema.safeParse(parseJson(text));
  if (data) return { json: JSON.stringify(data), projectId: data.project_id };
  throw new AppError("invalid-input", {
    userMessage:
      'This is not the key of a service account. Paste the whole JSON file that the console gave you: it begins with {"type": "service_account".',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
