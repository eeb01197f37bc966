import type { MessageError } from "#contracts/message.ts";
import type { Text } from "#app/_i18n/create-text.ts";

/** One sentence for the person. The server's own is the more exact one, but English. */
export function describeMessageError(error: MessageError, text: Text): string {
  if (error.userMessage === "" && error.code === "internal") return text("error.network");
  return text.language === "en" && error.userMessage !== "" ? error.userMessage : text(`error.code.${error.code}`);
}
