import type { ErrorCode } from "#contracts/error-codes.ts";
import type { TextKey } from "#app/_i18n/catalogue.ts";
import type { Text } from "#app/_i18n/create-text.ts";

type KnownError = { appCode: ErrorCode; userMessage: string };

/**
 * One sentence for the person about a failed request: what happened and what to do. The server's
 * own sentence is the more exact one, but English; other languages get the sentence of its code.
 */
export function describeError(error: unknown, text: Text): string {
  const known = readKnown(error);
  if (!known)
    return text(error instanceof Error && error.name === "TRPCClientError" ? "error.network" : "error.unexpected");
  if (text.language === "en") return known.userMessage;
  const key: TextKey = `error.code.${known.appCode}`;
  return text(key);
}

/** The code of a failed request; null where it never reached the server. */
export function errorCodeOf(error: unknown): ErrorCode | null {
  return readKnown(error)?.appCode ?? null;
}

function readKnown(error: unknown): KnownError | null {
  if (!(error instanceof Error) || !("data" in error) || !(error.data instanceof Object)) return null;
  return "appCode" in error.data && "userMessage" in error.data ? (error.data as KnownError) : null;
}
