import { createRandom, type Random } from "#scripts/make-data/random.ts";
import { makeSteps } from "./make-steps.ts";
import { pickBlow } from "./pick-blow.ts";
import type { ClientPlan, Participants, Plan } from "./plan.ts";

/** How many there are of each, both ends included. */
const ACCOUNTS = { min: 2, max: 3 };
const CONVERSATIONS_OF_ACCOUNT = { min: 1, max: 2 };
const CLIENTS = { min: 6, max: 12 };
const BLOWS = { min: 1, max: 4 };

/** What happens in the seed: the same for the same seed and participants, on every machine. */
export function makePlan(seed: number, participants: Participants): Plan {
  const random = createRandom(seed);
  const accounts = random.integer(ACCOUNTS.min, ACCOUNTS.max);
  const conversations: Plan["conversations"] = [];
  for (let account = 0; account < accounts; account++) {
    const count = random.integer(CONVERSATIONS_OF_ACCOUNT.min, CONVERSATIONS_OF_ACCOUNT.max);
    for (let made = 0; made < count; made++) conversations.push({ account });
  }
  const clientCount = Math.max(conversations.length, random.integer(CLIENTS.min, CLIENTS.max));
  const clients = Array.from({ length: clientCount }, (_, index) => makeClient(random, index, conversations));
  const blows = Array.from({ length: random.integer(BLOWS.min, BLOWS.max) }, () => pickBlow(random, participants));
  return { seed, accounts, conversations, clients, blows: blows.toSorted((one, other) => one.atMs - other.atMs) };
}

/** The first clients begin a conversation each; those behind them look at one that somebody else began, or at all of the account. */
function makeClient(random: Random, index: number, all: Plan["conversations"]): ClientPlan {
  const name = `client-${index + 1}`;
  const isOwner = index < all.length;
  const conversation = isOwner ? index : random.integer(0, all.length - 1);
  const account = all[conversation]?.account ?? 0;
  const ofAccount = all.flatMap((candidate, at) => (candidate.account === account ? [at] : []));
  const conversations = !isOwner && random.isLucky(0.4) ? ofAccount : [conversation];
  const steps = makeSteps(random, { name, conversations, isOwner });
  return { name, account, conversations, realtime: random.integer(0, 1), steps };
}
