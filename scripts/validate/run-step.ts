import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { countTests, type TestCount } from "./count-tests.ts";
import type { ValidationStep } from "./steps.ts";

export type StepOutcome = TestCount & { isGood: boolean; seconds: number; notRun: string[] };

const REPORTS: Record<ValidationStep["counts"], (file: string) => string[]> = {
  itself: () => [],
  vitest: (file) => ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
  playwright: () => ["--reporter=list,json"],
};

/** Runs one step, its output passed through. A step that counts itself is one test; one that fails has failed at least one. */
export async function runStep(step: ValidationStep, command: string, root: string): Promise<StepOutcome> {
  const folder = await mkdtemp(join(tmpdir(), "polylogue-validate-"));
  const report = join(folder, "report.json");
  const startedAt = Date.now();
  const { code, notRun } = await runCommand([command, ...REPORTS[step.counts](report)].join(" "), root, report);
  const text = step.counts === "itself" ? null : await readFile(report, "utf8").catch(() => null);
  await rm(folder, { recursive: true, force: true });
  const isGood = code === 0;
  const counted = countTests(step.counts, text) ?? { passed: isGood && step.counts === "itself" ? 1 : 0, failed: 0 };
  const failed = isGood ? counted.failed : Math.max(1, counted.failed);
  return { ...counted, failed, isGood: isGood && failed === 0, notRun, seconds: (Date.now() - startedAt) / 1_000 };
}

async function runCommand(command: string, root: string, report: string): Promise<{ code: number; notRun: string[] }> {
  const path = [join(root, "node_modules/.bin"), dirname(process.execPath), process.env["PATH"]].join(delimiter);
  const child = spawn(command, {
    cwd: root,
    shell: true,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PATH: path, PLAYWRIGHT_JSON_OUTPUT_FILE: report, NEXT_TELEMETRY_DISABLED: "1" },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    process.stdout.write(chunk);
    output = (output + chunk.toString()).slice(-100_000);
  });
  const code = await new Promise<number>((resolve) => child.once("close", (status) => resolve(status ?? 1)));
  return { code, notRun: output.split("\n").filter((line) => line.startsWith("NOT RUN:")) };
}
