import type { Figure, Measurement } from "./bench.ts";

/** Judges one measurement by its goal. A ratio goal without a reference is an error of the bench. */
export function toFigure(bench: string, measurement: Measurement): Figure {
  const { figure, value, unit, goal } = measurement;
  const reference = measurement.reference ?? null;
  const ratio = reference === null ? null : value / reference;
  const judged = goal?.of === "ratio" ? ratio : value;
  if (judged === null) throw new Error(`${bench}/${figure} has a goal of the ratio but no reference`);
  return { bench, figure, value, unit, reference, ratio, goal: describe(goal, unit), met: isMet(goal, judged) };
}

function describe(goal: Measurement["goal"], unit: string): string {
  if (goal === null) return "none";
  const bound = "atLeast" in goal ? `at least ${goal.atLeast}` : `at most ${goal.atMost}`;
  return goal.of === "ratio" ? `ratio ${bound}` : `${bound} ${unit}`;
}

function isMet(goal: Measurement["goal"], judged: number): boolean {
  if (goal === null) return true;
  return "atLeast" in goal ? judged >= goal.atLeast : judged <= goal.atMost;
}
