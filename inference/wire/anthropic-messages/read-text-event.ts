import { isRecord } from "#inference/wire/is-record.ts";

/**
 * The text of an event that carries a piece of text, as nearly all do; null for every other, which
 * the schema reads. It accepts nothing that the schema refuses.
 */
export function readTextEvent(json: unknown): string | null {
  if (!isRecord(json) || json["type"] !== "content_block_delta") return null;
  const { index, delta } = json;
  if (!Number.isSafeInteger(index) || Number(index) < 0 || !isRecord(delta)) return null;
  if (delta["type"] !== "text_delta" || delta["thinking"] !== undefined || delta["partial_json"] !== undefined)
    return null;
  return typeof delta["text"] === "string" ? delta["text"] : null;
}
