import type { Text } from "#app/_i18n/create-text.ts";

/** A value of a difference, which comes as JSON, as a person reads it. What is no plain value stays JSON. */
export function readValue(json: string | null, text: Text): string {
  if (json === null || json === "null" || json === "[]") return "–";
  if (json === "true") return text("admin.yes");
  if (json === "false") return text("admin.no");
  if (/^"(?:[^"\\])*"$/.test(json)) return json.slice(1, -1);
  if (/^\["[^\\]*"\]$/.test(json)) return json.slice(2, -2).split('","').join(", ");
  return json;
}
