import type { Random } from "#scripts/make-data/random.ts";
import type { Blow, Participants, RealtimeName } from "./plan.ts";

/** When a blow may fall, in milliseconds of the seed: while answers run. */
const FIRST_MS = 250;
const LAST_MS = 2_600;

/** Longer than `STALE_AFTER_MS`, so that a process that was paused wakes up replaced; now and then shorter. */
const PAUSE_MS = { min: 1_200, max: 3_600 };

type Choice = { weight: number; make: (random: Random, atMs: number) => Blow };

const ALWAYS: readonly Choice[] = [
  { weight: 9, make: (random, atMs) => ({ atMs, kind: "kill", target: pickRealtime(random) }) },
  { weight: 3, make: (random, atMs) => ({ atMs, kind: "drain", target: pickRealtime(random) }) },
  {
    weight: 3,
    make: (random, atMs) => ({
      atMs,
      kind: "pause",
      target: pickRealtime(random),
      durationMs: random.integer(PAUSE_MS.min, PAUSE_MS.max),
    }),
  },
  { weight: 2, make: (random, atMs) => ({ atMs, kind: "cut-sockets", target: pickRealtime(random) }) },
  { weight: 2, make: (_random, atMs) => ({ atMs, kind: "cut-database-connections" }) },
  {
    weight: 3,
    make: (random, atMs) => ({ atMs, kind: "stop-postgres", how: random.pick(["immediate", "kill"] as const) }),
  },
  { weight: 1, make: (_random, atMs) => ({ atMs, kind: "kill", target: "workers" }) },
];

const WITH_WEB: Choice = { weight: 2, make: (_random, atMs) => ({ atMs, kind: "kill", target: "web" }) };

const WITH_REDIS: readonly Choice[] = [
  { weight: 5, make: (_random, atMs) => ({ atMs, kind: "kill-redis" }) },
  { weight: 4, make: (_random, atMs) => ({ atMs, kind: "flush-redis" }) },
];

/** One blow to something that takes part. */
export function pickBlow(random: Random, { redis, hasWeb }: Participants): Blow {
  const choices = [...ALWAYS, ...(hasWeb ? [WITH_WEB] : []), ...(redis === "none" ? [] : WITH_REDIS)];
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  let left = random.next() * total;
  const chosen = choices.find(({ weight }) => (left -= weight) < 0) ?? choices[0];
  if (!chosen) throw new Error("there is no blow to choose from");
  return chosen.make(random, random.integer(FIRST_MS, LAST_MS));
}

function pickRealtime(random: Random): RealtimeName {
  return random.pick(["realtime-1", "realtime-2"] as const);
}
