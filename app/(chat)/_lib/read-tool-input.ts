/**
 * What a model gave a tool, for a person: `short` in one line, `long` in full. An input of one text is that text. Both are
 * empty while it is not whole yet, or where there is none. Pure.
 */
export function readToolInput(inputText: string): { short: string; long: string } {
  const input = parse(inputText);
  if (input === undefined || (isObject(input) && Object.keys(input).length === 0)) return { short: "", long: "" };
  const values = isObject(input) ? Object.values(input) : [];
  const only = values.length === 1 ? values[0] : undefined;
  if (typeof only === "string") return { short: only.replaceAll(/\s+/g, " "), long: only };
  const short = isObject(input) ? values.map(show).join(", ") : JSON.stringify(input);
  return { short, long: JSON.stringify(input, null, 2) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It is still being written, or was cut short.
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return typeof value === "string" ? value.replaceAll(/\s+/g, " ") : JSON.stringify(value);
}
