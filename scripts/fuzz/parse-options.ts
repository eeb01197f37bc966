import { parseArgs } from "node:util";

/** What `npm run fuzz` is asked for. */
export type FuzzOptions = { streams: number; seed: number; cuts: boolean };

/** Reads `--streams N`, `--seed N` and `--cuts`. Throws an Error that says what is wrong. */
export function parseOptions(args: readonly string[]): FuzzOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      streams: { type: "string", default: "100000" },
      seed: { type: "string", default: "1" },
      cuts: { type: "boolean", default: false },
    },
  });
  return { streams: toCount("streams", values.streams), seed: toCount("seed", values.seed), cuts: values.cuts };
}

function toCount(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 0) throw new Error(`--${name} must be a whole number, not ${text}.`);
  return count;
}
