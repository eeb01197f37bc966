import { z } from "zod";
import { AppError } from "#server/errors.ts";

/** RFC 5321, 4.5.3.1.3, without the angle brackets. */
const EMAIL_LENGTH_MAX = 254;

const emailSchema = z.string().trim().toLowerCase().max(EMAIL_LENGTH_MAX).pipe(z.email());

/** The address as it is kept: trimmed and in lower case. Throws AppError `invalid-input` where it is none. */
export function parseEmail(text: string): string {
  const result = emailSchema.safeParse(text);
  if (result.success) return result.data;
  throw new AppError("invalid-input", { userMessage: "This is no email address. Write it like name@example.org." });
}
