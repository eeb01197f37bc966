import { expect, test } from "vitest";
import { countTests } from "./count-tests.ts";

test("vitest's tests are counted, a skipped one as failed", () => {
  const report = JSON.stringify({ numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, success: false });
  expect(countTests("vitest", report)).toEqual({ passed: 7, failed: 3 });
});

test("Playwright's tests are counted, a skipped one as failed", () => {
  const report = JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 0, skipped: 1 } });
  expect(countTests("playwright", report)).toEqual({ passed: 5, failed: 2 });
});

test("a step without a report has no count", () => {
  expect(countTests("vitest", null)).toBeNull();
  expect(countTests("itself", "{}")).toBeNull();
});
