import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LogPage } from "#server/ports/generation-log.ts";
import { followLog } from "./follow-log.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a log that cannot be read for a while is waited for, and that is said once", async () => {
  const page: LogPage = { epoch: 1, parts: [{ seq: 1, part: { type: "text-delta", text: "a" } }], isClosed: true };
  let reads = 0;
  const complaints: string[] = [];
  const pages = followLog({
    read: async () => {
      if (reads++ < 100) throw new Error("Redis cannot be reached");
      return page;
    },
    listen: async () => () => {},
    logger: { info: (_what, message) => complaints.push(message), warn: () => {}, error: () => {} },
    after: { epoch: 0, seq: 0 },
    signal: new AbortController().signal,
  });
  const first = pages.next();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await first).toEqual({ done: false, value: page });
  expect(complaints).toHaveLength(1);
});
