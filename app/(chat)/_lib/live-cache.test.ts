import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, test } from "vitest";
import { LiveCache } from "./live-cache.ts";

const WELCOME = { type: "welcome", protocolVersion: 2, pingIntervalMs: 30_000 } as const;
const DOMAINS = ["models", "settings", "conversations"];

let queryClient: QueryClient;
let nowMs: number;
let cache: LiveCache;

beforeEach(() => {
  queryClient = new QueryClient();
  nowMs = 0;
  cache = new LiveCache(queryClient, () => nowMs);
  for (const domain of DOMAINS) queryClient.setQueryData([[domain, "list"]], {});
});

function readAnew(): string[] {
  return DOMAINS.filter((domain) => queryClient.getQueryState([[domain, "list"]])?.isInvalidated);
}

test("a short interruption costs nothing: what changed of the conversations is told", () => {
  cache.receive(WELCOME, true);
  expect(readAnew()).toEqual([]);
  nowMs = 30_000;
  cache.receive(WELCOME, true);
  expect(readAnew()).toEqual([]);
});

test("after a long silence models and settings are read again, once: nobody tells of them afterwards", () => {
  cache.receive(WELCOME, true);
  nowMs = 3_600_000;
  cache.receive(WELCOME, true);
  expect(readAnew()).toEqual(["models", "settings"]);
  queryClient.setQueryData([["models", "list"]], {});
  queryClient.setQueryData([["settings", "list"]], {});
  cache.receive(WELCOME, true);
  expect(readAnew()).toEqual([]);
});

test("what the server calls out of date is read again", () => {
  cache.receive({ type: "models.changed" }, true);
  expect(readAnew()).toEqual(["models"]);
  cache.receive({ type: "account.stale" }, true);
  expect(readAnew()).toEqual(DOMAINS);
});
