import { isRecord } from "#inference/wire/is-record.ts";

/** The text of an event that carries a piece of text, as nearly all do; null for every other, which the schema reads. */
export function readTextEvent(json: unknown): string | null {
  if (!isRecord(json) || json["type"] !== "response.output_text.delta") return null;
  return typeof json["delta"] === "string" ? json["delta"] : null;
}
