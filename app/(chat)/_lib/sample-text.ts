import { MESSAGE_TEXT_LENGTH_MAX } from "#contracts/message-length.ts";

const FITTING = "x";
const TOO_LONG = "x".repeat(MESSAGE_TEXT_LENGTH_MAX + 1);

/**
 * A stand-in that can be sent exactly when the text itself can. It is the same for nearly all texts,
 * so that typing changes no state.
 */
export function sampleText(text: string): string {
  if (text.length > MESSAGE_TEXT_LENGTH_MAX) return TOO_LONG;

  return /\S/.test(text) ? FITTING : "";
}
