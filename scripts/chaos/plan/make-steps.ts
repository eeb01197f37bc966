import type { Random } from "#scripts/make-data/random.ts";
import { pickModelName } from "./pick-model-name.ts";
import type { Step } from "./plan.ts";

/** When the last step of a client may begin, in milliseconds of the seed. */
const LAST_STEP_MS = 2_800;

/** How long who left stays away; beyond the lease of a writer it would only make the seed longer. */
const AWAY_MS = { min: 30, max: 900 };

/** How many messages come without a socket, as those of the API do. */
const QUEUE_PROBABILITY = 0.2;

type Surroundings = { name: string; conversations: readonly number[]; isOwner: boolean };

/** What one client does. An owner asks something first; all read, leave, come back, and now and then stop or ask again. */
export function makeSteps(random: Random, around: Surroundings): Step[] {
  const steps: Step[] = [];
  if (around.isOwner) steps.push(makeSend(random, around, random.integer(0, 400)));
  const count = random.integer(1, 4);
  for (let made = 0; made < count; made++) steps.push(makeStep(random, around, random.integer(300, LAST_STEP_MS)));
  return steps.toSorted((one, other) => one.atMs - other.atMs);
}

function makeStep(random: Random, around: Surroundings, atMs: number): Step {
  const conversation = random.pick(around.conversations);
  const chance = random.next();
  if (chance < 0.24) return makeSend(random, around, atMs);
  if (chance < 0.32) return { atMs, action: "regenerate", conversation, modelName: pickModelName(random) };
  if (chance < 0.4) return { atMs, action: "stop", conversation };
  if (chance < 0.48) return { atMs, action: "continue", conversation };
  if (chance < 0.53) return { atMs, action: "mark-read", conversation };
  const awayMs = random.integer(AWAY_MS.min, AWAY_MS.max);
  if (chance < 0.7) return { atMs, action: "reload", awayMs };
  return {
    atMs,
    action: "disconnect",
    how: random.pick(["destroy", "destroy", "half-open", "close"] as const),
    awayMs,
  };
}

/** Its text is unlike every other: words that are numbered and bear the client's name, so that a mix is seen. */
function makeSend(random: Random, { name, conversations }: Surroundings, atMs: number): Step {
  const tag = `${name}.${random.integer(1_000, 9_999)}`;
  const words = Array.from({ length: random.integer(12, 60) }, (_, index) => `${tag}.${index + 1}`);
  const conversation = random.pick(conversations);
  const way = random.isLucky(QUEUE_PROBABILITY) ? "procedure" : "socket";
  return { atMs, action: "send", way, conversation, modelName: pickModelName(random), text: words.join(" ") };
}
