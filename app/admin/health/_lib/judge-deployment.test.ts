import { expect, it } from "vitest";
import { judgeDeployment } from "./judge-deployment.ts";
import { AT, testHealth } from "./testing-health.ts";

const closed = { state: "closed" as const, openUntil: null, restUntil: null, isOutlier: false, why: null };
const counts = { calls: 40, failed: 0, retried: 0, hedged: 0, failedOver: 0 };

it.each([
  ["well", testHealth()],
  ["open", testHealth({ breaker: { ...closed, state: "open", openUntil: AT + 5_000 } })],
  ["half-open", testHealth({ breaker: { ...closed, state: "half-open" } })],
  ["resting", testHealth({ breaker: { ...closed, restUntil: AT + 1 } })],
  ["well", testHealth({ breaker: { ...closed, restUntil: AT } })],
  ["outlier", testHealth({ breaker: { ...closed, isOutlier: true } })],
  ["failing", testHealth({ counts: { ...counts, failed: 4 } })],
  ["well", testHealth({ counts: { ...counts, failed: 3 } })],
  ["well", testHealth({ counts: { ...counts, calls: 4, failed: 4 } })],
  ["draining", testHealth({ state: "draining", breaker: { ...closed, state: "open" } })],
  ["off", testHealth({ state: "off" })],
])("calls it %s", (standing, health) => {
  expect(judgeDeployment(health, AT)).toBe(standing);
});
