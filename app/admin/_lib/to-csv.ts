/** What spreadsheets would take for a formula when they open the file. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as a CSV text (RFC 4180). A text that looks like a formula is quoted as text; null is an empty cell. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(",")}\r\n`).join("");
}

function toCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
