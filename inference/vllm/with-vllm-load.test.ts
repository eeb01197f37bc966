import { expect, test } from "vitest";
import { HealthBoard } from "#inference/router/health/health-board.ts";
import type { VllmMetrics } from "./vllm-metrics.ts";
import { withVllmLoad } from "./with-vllm-load.ts";

function inFlightWith(load: VllmMetrics | null): number {
  return withVllmLoad(new HealthBoard("test"), { find: () => load }).read("gpu", 0).inFlight;
}

test.each([
  ["says nothing", null, 0],
  ["answers many and lets nobody wait", { waiting: 0, running: 90, kvUse: 0.6 }, 0],
  ["lets some wait", { waiting: 7, running: 90, kvUse: 0.6 }, 7],
  ["is full", { waiting: 7, running: 90, kvUse: 0.97 }, 97],
  ["does not say how full it is", { waiting: 7, running: 90, kvUse: null }, 7],
])("a server that %s has so many ahead of a new request", (_what, load, ahead) => {
  expect(inFlightWith(load)).toBe(ahead);
});
