import { parseArgs } from "node:util";
import { z } from "zod";
import type { RedisMode } from "./plan/plan.ts";

const USAGE = `usage: npm run chaos -- [--seeds N] [--seed S] [--minutes M] [--plan] [--redis | --redis-cluster | --no-redis] [--web] [--allow-interrupted]
  --seeds N            how many seeds, one after the other (20)
  --seed S             the first seed, or with --plan the only one (1)
  --minutes M          begin no seed after so many minutes
  --plan               print what happens in the seed and do nothing
  --web                let the web process take part: it needs a build (npm run build)
  --allow-interrupted  let answers end interrupted whose process was killed`;

const count = z.coerce.number().int().positive();
const schema = z.object({
  seeds: count.optional(),
  seed: z.coerce.number().int().nonnegative().default(1),
  minutes: z.coerce.number().positive().optional(),
  plan: z.boolean().default(false),
  redis: z.boolean().default(false),
  "redis-cluster": z.boolean().default(false),
  "no-redis": z.boolean().default(false),
  web: z.boolean().default(false),
  "allow-interrupted": z.boolean().default(false),
});

/** How many seeds CI runs. */
const SEEDS = 20;

export type ChaosOptions = {
  firstSeed: number;
  seeds: number;
  minutes: number | null;
  isPlanOnly: boolean;
  redis: RedisMode;
  hasWeb: boolean;
  mayBeInterrupted: boolean;
};

/** What the command line asks for. Throws an Error that says how to ask. */
export function parseOptions(words: readonly string[]): ChaosOptions {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        seeds: text,
        seed: text,
        minutes: text,
        plan: flag,
        redis: flag,
        "redis-cluster": flag,
        "no-redis": flag,
        web: flag,
        "allow-interrupted": flag,
      },
    });
    const parsed = schema.parse(values);
    return {
      firstSeed: parsed.seed,
      // A seed that is named is looked at alone.
      seeds: parsed.seeds ?? (values.seed === undefined ? SEEDS : 1),
      minutes: parsed.minutes ?? null,
      isPlanOnly: parsed.plan,
      redis: parsed["redis-cluster"] ? "cluster" : parsed.redis ? "single" : "none",
      hasWeb: parsed.web,
      mayBeInterrupted: parsed["allow-interrupted"],
    };
  } catch (cause) {
    throw new Error(USAGE, { cause });
  }
}
