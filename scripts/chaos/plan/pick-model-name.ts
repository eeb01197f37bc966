import type { Random } from "#scripts/make-data/random.ts";

/** Scenarios of which every word is known, at paces that let a blow fall into the answer. */
const KINDS: readonly ((random: Random) => string)[] = [
  (random) => `sim-slow-${random.integer(20, 70)}@${random.integer(12, 35)}`,
  (random) => `sim-slow-${random.integer(20, 70)}@${random.integer(12, 35)}`,
  (random) => `sim-slow-${random.integer(150, 400)}@${random.integer(3, 6)}`,
  (random) => `sim-echo@${random.integer(15, 40)}`,
  (random) => `sim-echo@${random.integer(15, 40)}`,
  (random) => `sim-reasoning@${random.integer(40, 120)}`,
  (random) => `sim-tool-call@${random.integer(80, 200)}`,
  (random) => `sim-unicode@${random.integer(20, 60)}`,
  (random) => `sim-markdown@${random.integer(5, 15)}`,
  (random) => `sim-code@${random.integer(15, 35)}`,
  (random) => `sim-length@${random.integer(40, 80)}`,
  () => "sim-short",
];

/** Scenarios in which the provider fails: at once, or in the middle. */
const FAULTS: readonly ((random: Random) => string)[] = [
  (random) => `sim-cut-${random.integer(500, 9_000)}@${random.integer(5, 15)}`,
  (random) => `sim-reset-${random.integer(500, 9_000)}@${random.integer(5, 15)}`,
  (random) => `sim-stall-${random.integer(500, 9_000)}@${random.integer(5, 15)}`,
  (random) => `sim-in-band-error@${random.integer(30, 80)}`,
  (random) => `sim-missing-finish@${random.integer(30, 80)}`,
  () => "sim-status-500",
  () => "sim-rate-limited",
];

const FAULT_PROBABILITY = 0.12;

/** The model that a client asks, by the name of the simulator's scenario. */
export function pickModelName(random: Random): string {
  return random.pick(random.isLucky(FAULT_PROBABILITY) ? FAULTS : KINDS)(random);
}
