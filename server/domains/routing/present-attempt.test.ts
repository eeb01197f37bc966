import { expect, test } from "vitest";
import { presentAttempt } from "./present-attempt.ts";
import type { StoredAttempt } from "./schema.ts";

const STORED: StoredAttempt = {
  id: "a",
  number: 1,
  kind: "failover",
  modelId: "ours",
  deploymentId: "one",
  modelName: "ours-1",
  connectionLabel: "Ours",
  outcome: "cut",
  failure: { code: "provider-stream-broken", message: "It said: secret words.", status: null },
  requestId: "req_1",
  usage: null,
  outputCharacters: 12,
  fromPart: 3,
  considered: [
    { deploymentId: "one", isKept: true, reason: "healthy", detail: "no call yet" },
    { deploymentId: "gone", isKept: false, reason: "draining", detail: "taken out of use" },
  ],
  startedAt: new Date(1_000),
  firstPartAt: new Date(1_420),
  endedAt: null,
};
const nameOf = (id: string): string | null => (id === "one" ? "Ours, ours-1" : null);

test("a person sees what happened and how long it took, and no provider's own words", () => {
  const call = presentAttempt(STORED, { role: "user", nameOf });
  expect(call).toMatchObject({ outcome: "cut", firstPartMs: 420, tookMs: null, hasGoneOn: true, reasons: [] });
  expect(JSON.stringify(call)).not.toMatch(/secret|req_1/);
});

test("an administrator sees the reasons for each candidate, by its name, also where it is gone", () => {
  const call = presentAttempt(STORED, { role: "admin", nameOf });
  expect(call.failure?.message).toBe("It said: secret words.");
  expect(call.reasons.map(({ name, reason }) => [name, reason])).toEqual([
    ["Ours, ours-1", "healthy"],
    [null, "draining"],
  ]);
  expect(call.requestId).toBe("req_1");
  expect(presentAttempt({ ...STORED, number: 2 }, { role: "admin", nameOf }).reasons).toEqual([]);
});

test("a code that is no longer known counts as ours, and a clock that went back as no time at all", () => {
  const failure = { code: "of-old", message: "", status: null };
  const call = presentAttempt({ ...STORED, failure, firstPartAt: new Date(900) }, { role: "user", nameOf });
  expect(call).toMatchObject({ failure: { code: "internal" }, firstPartMs: 0 });
});
