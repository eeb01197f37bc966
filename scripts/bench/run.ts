import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Bench, Figure } from "./bench.ts";
import { toFigure } from "./to-figure.ts";

const FOLDER = join(import.meta.dirname, "../../bench");
const USAGE = "usage: npm run bench -- NAME [NAME ...] [--json] | --list";

const benchModuleSchema = z.object({
  bench: z.object({ description: z.string(), run: z.custom<Bench["run"]>((run) => typeof run === "function") }),
});

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean" }, list: { type: "boolean" } },
  allowPositionals: true,
});
const names = (await readdir(FOLDER))
  .filter((file) => /^[a-z-]+\.ts$/.test(file))
  .map((file) => file.replace(/\.ts$/, ""));
process.exitCode = await main();

async function main(): Promise<number> {
  if (values.list) return list();
  const unknown = positionals.filter((name) => !names.includes(name));
  if (positionals.length === 0 || unknown.length > 0) {
    console.error(unknown.length > 0 ? `No such bench: ${unknown.join(", ")}. There are: ${names.join(", ")}.` : USAGE);
    return 1;
  }
  for (const name of positionals) print(await measure(name));
  return 0;
}

async function list(): Promise<number> {
  for (const name of names) console.log(`${name.padEnd(20)} ${(await load(name)).description}`);
  return 0;
}

async function load(name: string): Promise<Bench> {
  return benchModuleSchema.parse(await import(join(FOLDER, `${name}.ts`))).bench;
}

async function measure(name: string): Promise<Figure[]> {
  const measurements = await (await load(name)).run();
  return measurements.map((measurement) => toFigure(name, measurement));
}

function print(figures: Figure[]): void {
  if (values.json) {
    for (const figure of figures) console.log(JSON.stringify(figure));
    return;
  }
  console.table(
    figures.map(({ bench, figure, value, unit, reference, ratio, goal, met }) => ({
      bench,
      figure,
      ours: `${readable(value)} ${unit}`,
      reference: reference === null ? "" : `${readable(reference)} ${unit}`,
      ratio: ratio === null ? "" : readable(ratio),
      goal,
      met: met ? "yes" : "no",
    })),
  );
}

function readable(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 4 });
}
