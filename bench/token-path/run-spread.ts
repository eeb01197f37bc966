import { setTimeout as pause } from "node:timers/promises";
import type { RunResult } from "./driver.ts";

/**
 * Runs `stream` for each, begun one after the other within `spreadMs`, and joins what they found: in step they would all
 * meet each other's dearest moment.
 */
export async function runSpread<Item>(
  items: readonly Item[],
  spreadMs: number,
  stream: (item: Item) => Promise<RunResult>,
): Promise<RunResult> {
  const results = items.map(async (item, index) => {
    await pause((index / items.length) * spreadMs);
    return stream(item);
  });
  return joinResults(await Promise.all(results));
}

function joinResults(results: readonly RunResult[]): RunResult {
  const sum = (pick: (result: RunResult) => number): number => results.reduce((total, one) => total + pick(one), 0);
  return {
    tokens: sum(({ tokens }) => tokens),
    socketBytes: sum(({ socketBytes }) => socketBytes),
    firstTokensMs: results.flatMap(({ firstTokensMs }) => firstTokensMs),
  };
}
