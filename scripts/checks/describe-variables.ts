export type Variable = { name: string; description: string; values: string; whenLeftOut: string };
export type Concern = { title: string; variables: Variable[] };

const ENTRY =
  /^ {2}(?:\/\/ (?<title>.+)|\/\*\*(?<comment>[\s\S]*?)\*\/\n {2}(?<name>[A-Z][A-Z0-9_]*):(?<schema>[\s\S]*?),\n(?= {2}[/}]|\n|}|(?![\s\S])))/gm;

/** Reads the variables out of the source of `server/env.ts`: a comment line opens a concern, a doc comment describes a variable. */
export function describeVariables(source: string): Concern[] {
  const start = source.indexOf("export const envSchema = z.object({");
  const body = source.slice(start, source.indexOf("\n});", start) + 1);
  const concerns: Concern[] = [];
  for (const { groups } of body.matchAll(ENTRY)) {
    if (groups?.["title"] !== undefined) concerns.push({ title: groups["title"], variables: [] });
    else
      concerns
        .at(-1)
        ?.variables.push(describe(groups?.["name"] ?? "", groups?.["comment"] ?? "", groups?.["schema"] ?? ""));
  }
  return concerns;
}

function describe(name: string, comment: string, schema: string): Variable {
  const description = comment.replaceAll(/\s*\n\s*\*\s*/g, " ").trim();
  return { name, description, values: findValues(schema), whenLeftOut: findDefault(schema, description) };
}

function findValues(schema: string): string {
  const choices = /z\.enum\(\[(.*?)\]\)/s.exec(schema)?.[1];
  if (choices !== undefined) return [...choices.matchAll(/"(.*?)"/g)].map(([, choice]) => `\`${choice}\``).join(", ");
  if (schema.includes("stringbool")) return "`true`, `false`";
  const [, least] = /\.min\((\d+)\)/.exec(schema) ?? [];
  const [, most] = /\.max\(([\d_]+)\)/.exec(schema) ?? [];
  if (schema.includes("coerce.number")) return `a number, ${least} to ${most?.replaceAll("_", ",")}`;
  return /^\s*port\b/.test(schema) ? "a port" : /^\s*webAddress\b/.test(schema) ? "an address" : "text";
}

function findDefault(schema: string, description: string): string {
  if (description.includes("Made by `npm start`")) return "made at the first start";
  if (description.includes("any free one")) return "any free one";
  const [, quoted, plain] = /\.default\((?:"(.*?)"|(.*?))\)/.exec(schema) ?? [];
  if (quoted !== undefined) return quoted === "" ? "none" : `\`${quoted}\``;
  if (plain !== undefined) return `\`${plain}\``;
  return description.includes("embedded one") ? "the embedded PostgreSQL" : "not set";
}
