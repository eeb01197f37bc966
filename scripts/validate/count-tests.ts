import { z } from "zod";
import type { ValidationStep } from "./steps.ts";

export type TestCount = { passed: number; failed: number };

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Counts a report's tests; one that was skipped has failed, as nothing is skipped quietly here. Null without a report. */
export function countTests(kind: ValidationStep["counts"], report: string | null): TestCount | null {
  if (report === null || kind === "itself") return null;
  if (kind === "vitest") {
    const { numPassedTests, numFailedTests, numPendingTests } = vitestReport.parse(JSON.parse(report));
    return { passed: numPassedTests, failed: numFailedTests + numPendingTests };
  }
  const { stats } = playwrightReport.parse(JSON.parse(report));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped };
}
