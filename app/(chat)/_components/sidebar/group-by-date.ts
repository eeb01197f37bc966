import type { ConversationSummary } from "#contracts/conversation.ts";
import { formatDay } from "#app/_lib/format-day.ts";
import type { LocalDay } from "#app/_lib/use-local-day.ts";

/** When the conversations of a group were last touched: a recent span, or a month as its first day, YYYY-MM-01. */
export type DateGroupName = "today" | "yesterday" | "previous7Days" | "previous30Days" | `${number}-${number}-01`;

export type DateGroup = { name: DateGroupName; items: ConversationSummary[] };

const DAY_MS = 24 * 3600 * 1000;

/** The conversations, newest first, by the day that they were last touched on in the person's time zone. */
export function groupByDate(conversations: readonly ConversationSummary[], { timeZone, today }: LocalDay): DateGroup[] {
  const groups: DateGroup[] = [];
  for (const conversation of conversations) {
    const name = nameGroup(formatDay(new Date(conversation.updatedAt), timeZone), today);
    const last = groups.at(-1);
    if (last?.name === name) last.items.push(conversation);
    else groups.push({ name, items: [conversation] });
  }
  return groups;
}

function nameGroup(day: string, today: string): DateGroupName {
  const age = Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
  if (age <= 0) return "today";
  if (age === 1) return "yesterday";
  if (age <= 7) return "previous7Days";
  if (age <= 30) return "previous30Days";
  return `${day.slice(0, 7)}-01` as DateGroupName;
}
