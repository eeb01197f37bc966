import type { Candidate } from "./candidate.ts";
import { drawOrder } from "./choose/draw-order.ts";
import { findMisfit } from "./choose/find-misfit.ts";
import { type HealthJudgement, judgeHealth } from "./choose/judge-health.ts";
import { type Judged, scoreCandidates } from "./choose/score-candidates.ts";
import type { Consideration } from "./consideration.ts";
import type { HealthView } from "./health/health-view.ts";
import type { RouteNeeds } from "./route-needs.ts";
import type { RoutePolicy } from "./route-policy.ts";

/** Who is to be asked, in this order, and what was thought of everybody. */
export type Choice = { order: Candidate[]; considered: Consideration[] };

export type Choosing = { needs: RouteNeeds; candidates: readonly Candidate[]; policy: RoutePolicy };

/** One answer in so many tries a half-open deployment first, so that it comes back without a probe too. */
const TRIES_HALF_OPEN = 0.05;

/** Behind whatever is well, the less unwell first. */
const UNWELL = ["outlier", "breaker-open", "resting"] as const;

type Ranked = Judged & { judgement: HealthJudgement; weight: number; score: number; rank: readonly number[] };

/**
 * The candidates in the order in which they are to be asked, with a reason for each. Pure. Dropped is
 * what cannot answer this request; what is unwell stands behind what is not, the deployments of the
 * model that was asked for before those of the policy's fallbacks, a lower priority before a higher one.
 */
export function chooseCandidates(
  { needs, candidates, policy }: Choosing,
  health: HealthView,
  { random, now }: { random: () => number; now: number },
): Choice {
  const dropped: Consideration[] = [];
  const judged: Judged[] = [];
  for (const candidate of candidates) {
    const misfit = findMisfit(needs, candidate);
    if (misfit === null) judged.push({ candidate, health: health.read(candidate.deploymentId, now) });
    else dropped.push({ deploymentId: candidate.deploymentId, isKept: false, ...misfit, score: null });
  }
  const scores = scoreCandidates(judged, { prefer: policy.prefer, inputTokens: needs.inputTokens });
  const triesHalfOpen = random() < TRIES_HALF_OPEN;
  const ranked = judged.map((one, index): Ranked => {
    const kin = judged.filter(({ candidate }) => candidate.modelId === one.candidate.modelId);
    const judgement = judgeHealth(
      one.health,
      kin.map((other) => other.health),
      now,
    );
    const score = scores[index] ?? 0;
    const rank = rankOf({ ...one, judgement, score }, { policy, triesHalfOpen });
    return { ...one, judgement, weight: one.candidate.weight, score, rank };
  });
  const order = orderByRank(ranked, random);
  return { order: order.map(({ candidate }) => candidate), considered: [...explain(order), ...dropped] };
}

type Ranking = { policy: RoutePolicy; triesHalfOpen: boolean };

/** Compared number by number; what is equal in all of them is drawn. */
function rankOf(
  { candidate, health, judgement, score }: Omit<Ranked, "rank" | "weight">,
  { policy, triesHalfOpen }: Ranking,
): number[] {
  const model = policy.fallbackModelIds.indexOf(candidate.modelId) + 1;
  const price = policy.prefer === "cheap" ? score : 0;
  const unwell = UNWELL.findIndex((reason) => reason === judgement.reason) + 1;
  if (unwell > 0)
    return [unwell, judgement.reason === "resting" ? health.restUntil : 0, model, candidate.priority, price];
  const halfOpen = judgement.reason === "half-open" ? (triesHalfOpen ? -1 : 1) : 0;
  return [0, model, halfOpen, candidate.priority, price];
}

function orderByRank(ranked: readonly Ranked[], random: () => number): Ranked[] {
  const groups = new Map<string, Ranked[]>();
  for (const one of ranked.toSorted(compareRanks)) {
    const key = one.rank.join(" ");
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => drawOrder(group, random));
}

function compareRanks({ rank: a }: Ranked, { rank: b }: Ranked): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function explain(order: readonly Ranked[]): Consideration[] {
  return order.map(({ candidate, judgement, score }, index) => {
    const { deploymentId } = candidate;
    const isLast = index === 0 && (judgement.reason === "outlier" || judgement.reason === "breaker-open");
    if (!isLast) return { deploymentId, isKept: true, ...judgement, score };
    return { deploymentId, isKept: true, reason: "last-one-standing", detail: judgement.detail, score };
  });
}
