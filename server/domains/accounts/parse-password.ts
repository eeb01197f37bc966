import { AppError } from "#server/errors.ts";
import { COMMON_PASSWORDS } from "./common-passwords.ts";

const PASSWORD_LENGTH_MIN = 8;
const PASSWORD_LENGTH_MAX = 256;

/** The password, which may be any text of 8 to 256 characters. Throws AppError `invalid-input` that says what to change. */
export function parsePassword(password: string, email: string): string {
  const fault = findFault(password, email);
  if (fault) throw new AppError("invalid-input", { userMessage: fault });
  return password;
}

function findFault(password: string, email: string): string | null {
  const { length } = Array.from(password);
  if (length < PASSWORD_LENGTH_MIN) {
    return `Use at least ${PASSWORD_LENGTH_MIN} characters; this password has ${length}. A few words in a row are easy to remember.`;
  }
  if (length > PASSWORD_LENGTH_MAX)
    return `Use at most ${PASSWORD_LENGTH_MAX} characters; this password has ${length}.`;
  if (password.toLowerCase() === email) return "Use something else than your email address.";
  if (new Set(password).size === 1) return "Use more than one character again and again.";
  if (COMMON_PASSWORDS.has(password.toLowerCase())) {
    return "This password is among the first that are guessed. A few words in a row are better, and easy to remember.";
  }
  return null;
}
