import type { OutboxItem } from "./outbox-item.ts";

const STATES: ReadonlySet<unknown> = new Set<OutboxItem["state"]>(["sending", "queued", "refused"]);
const TEXTS = ["conversationId", "messageId", "answerId", "generationId", "modelId", "text", "createdAt"] as const;

/** A message as it was kept, or null when it is none: an older page, or a person, may have written there. */
export function parseOutboxItem(kept: string): OutboxItem | null {
  try {
    const value: unknown = JSON.parse(kept);
    if (typeof value !== "object" || value === null) return null;
    const item = value as Record<string, unknown>;
    const isItem = TEXTS.every((key) => typeof item[key] === "string") && STATES.has(item["state"]);
    return isItem
      ? ({ ...item, parentId: item["parentId"] ?? null, error: item["error"] ?? null } as OutboxItem)
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
