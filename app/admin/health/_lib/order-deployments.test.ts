import { expect, it } from "vitest";
import { findDeployments } from "./find-deployments.ts";
import { orderDeployments } from "./order-deployments.ts";
import { testHealth } from "./testing-health.ts";

const counts = { calls: 10, failed: 0, retried: 0, hedged: 0, failedOver: 0 };
const fast = testHealth({
  modelLabel: "Claude",
  connectionLabel: "Vertex",
  region: "europe-west1",
  firstTokenP50Ms: 200,
});
const busy = testHealth({ modelLabel: "GPT-5", counts: { ...counts, calls: 99 }, firstTokenP50Ms: 900 });
const idle = testHealth({ modelLabel: "Gemini", counts: { ...counts, calls: 0 }, firstTokenP50Ms: null });
const failing = testHealth({ modelLabel: "Zephyr", counts: { ...counts, failed: 6 }, firstTokenP50Ms: 300 });
const all = [failing, idle, busy, fast];

it("sorts by name, and by numbers with the greatest first and what was not measured last", () => {
  expect(orderDeployments(all, "name")).toEqual([fast, idle, busy, failing]);
  expect(orderDeployments(all, "calls")).toEqual([busy, fast, failing, idle]);
  expect(orderDeployments(all, "failed")).toEqual([failing, fast, busy, idle]);
  expect(orderDeployments(all, "firstToken")).toEqual([busy, failing, fast, idle]);
});

it("finds deployments by every word that is looked for, wherever it stands", () => {
  expect(findDeployments(all, " EUROPE claude ")).toEqual([fast]);
  expect(findDeployments(all, "claude openai")).toEqual([]);
  expect(findDeployments(all, "")).toEqual(all);
});
