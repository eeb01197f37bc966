import type { TextKey } from "#app/_i18n/catalogue.ts";
import type { Text } from "#app/_i18n/create-text.ts";

/** The built-in tools have names for people; others have their own. */
const LABELS: ReadonlyMap<string, TextKey> = new Map<string, TextKey>([
  ["calculator", "chat.toolCalculator"],
  ["current_time", "chat.toolCurrentTime"],
]);

/** What a tool is called on the page. */
export function toolLabel(text: Text, toolName: string): string {
  const key = LABELS.get(toolName);
  return key === undefined ? toolName : text(key);
}
