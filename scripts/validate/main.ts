import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { ensureRedisProgram, NO_REDIS } from "#scripts/engines/redis/redis-program.ts";
import { ensureChromium } from "./ensure-chromium.ts";
import { runStep, type StepOutcome } from "./run-step.ts";
import { VALIDATION_STEPS, type ValidationStep } from "./steps.ts";

// Everything that CI runs, in order, each step to its end whatever the others did. Names as arguments run those alone.
const root = dirname(dirname(import.meta.dirname));
const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const manifest: unknown = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(manifest);
const outcomes: { step: ValidationStep; outcome: StepOutcome }[] = [];

if (process.argv.includes("--prepare")) {
  for (const complaint of [await ensureChromium(root), ensureRedisProgram() ? null : NO_REDIS])
    if (complaint) console.error(complaint);
}
for (const step of VALIDATION_STEPS) {
  if (names.length > 0 && !names.includes(step.script)) continue;
  console.log(`\n── ${step.script}`);
  outcomes.push({ step, outcome: await runStep(step, scripts[step.script] ?? missing(step.script), root) });
}
summarise();

function missing(name: string): string {
  return `echo "package.json has no script ${name}" >&2; false`;
}

function summarise(): void {
  console.log("");
  for (const { step, outcome } of outcomes) {
    const mark = outcome.isGood ? "✓" : "✗";
    console.log(`${mark} ${step.script.padEnd(22)} ${outcome.seconds.toFixed(1).padStart(6)} s`);
  }
  for (const line of new Set(outcomes.flatMap(({ outcome }) => outcome.notRun))) console.log(line);
  const sum = (key: "passed" | "failed") => outcomes.reduce((total, { outcome }) => total + outcome[key], 0);
  const failed = sum("failed");
  console.log(`${sum("passed")} passed, ${failed} failed`);
  process.exitCode = failed > 0 || outcomes.length === 0 ? 1 : 0;
}
