import { expect, test } from "vitest";
import type { ErrorCode } from "#contracts/error-codes.ts";
import { findStatusFault } from "./find-status-fault.ts";

/** What is wrong with an answer of this model that was interrupted for this reason. */
function interruptedBy(code: ErrorCode, modelName: string): string | null {
  const answer = {
    status: "interrupted",
    finishReason: null,
    error: { code, userMessage: "", isRetryable: true },
  } as const;
  return findStatusFault(answer, { modelName, wasStopped: false, mayBeInterrupted: false });
}

test("an answer may be interrupted by a provider that broke off, where its provider does", () => {
  expect(interruptedBy("provider-stream-broken", "sim-missing-finish")).toBeNull();
  expect(interruptedBy("provider-stream-broken", "sim-short")).toBe(
    "is interrupted by provider-stream-broken though its provider did not fail",
  );
});

test("an answer whose process died is gone on with", () => {
  expect(interruptedBy("interrupted", "sim-short")).toBe("was interrupted and not continued");
});

test("an interruption says why", () => {
  const answer = { status: "interrupted", finishReason: null, error: null } as const;
  const circumstances = { modelName: "sim-short", wasStopped: false, mayBeInterrupted: true };
  expect(findStatusFault(answer, circumstances)).toBe("is interrupted without saying why");
});
