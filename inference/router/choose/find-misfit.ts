import type { Candidate } from "#inference/router/candidate.ts";
import type { ReasonCode } from "#inference/router/consideration.ts";
import type { RouteNeeds } from "#inference/router/route-needs.ts";

/** Why a candidate is nothing for a request. */
export type Misfit = { reason: ReasonCode; detail: string };

/** Why a candidate cannot or must not answer this request, however healthy it is; null where it can. */
export function findMisfit(needs: RouteNeeds, candidate: Candidate): Misfit | null {
  if (candidate.isDraining) return { reason: "draining", detail: "an administrator takes it out of use" };
  if (candidate.tiers !== null && (needs.tier === null || !candidate.tiers.includes(needs.tier)))
    return {
      reason: "tier-not-allowed",
      detail: `for ${candidate.tiers.join(", ")}, not for ${needs.tier ?? "no tier"}`,
    };
  if (needs.region !== null && candidate.region !== needs.region)
    return { reason: "wrong-region", detail: `in ${candidate.region ?? "no known region"}, not in ${needs.region}` };
  if (needs.images && !candidate.canSeeImages) return { reason: "cannot-see-images", detail: "the request has images" };
  if (needs.tools && !candidate.canCallTools) return { reason: "cannot-call-tools", detail: "the request has tools" };
  if (needs.structure && !candidate.canStructure)
    return { reason: "cannot-structure", detail: "the request wants JSON of a schema" };
  if (candidate.contextTokens !== null && needs.inputTokens > candidate.contextTokens)
    return {
      reason: "context-too-small",
      detail: `${needs.inputTokens} tokens, and it takes ${candidate.contextTokens}`,
    };
  return null;
}
