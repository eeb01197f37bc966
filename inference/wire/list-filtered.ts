import { isRecord } from "./is-record.ts";

/** For which of its filters Azure refused a question: `violence, jailbreak`; empty where it does not say. */
export function listFiltered(results: unknown): string {
  if (!isRecord(results)) return "";
  const filtered = Object.entries(results).filter(([, result]) => isRecord(result) && result["filtered"] === true);
  return filtered.map(([name]) => name).join(", ");
}
