/** Why a candidate stands where it stands, or does not stand at all. The first four are kept, the last of all others. */
export type ReasonCode =
  /** Nothing speaks against it. */
  | "healthy"
  /** Its breaker has waited long enough: one call at a time may try it. */
  | "half-open"
  /** Kept behind the healthy ones, and asked only when none of them is left. */
  | "breaker-open"
  | "resting"
  | "outlier"
  /** As unhealthy as any other, but there is no other: it is asked all the same. */
  | "last-one-standing"
  /** Dropped: this request is nothing for it, however healthy it is. */
  | "draining"
  | "tier-not-allowed"
  | "wrong-region"
  | "cannot-see-images"
  | "cannot-call-tools"
  | "cannot-structure"
  | "context-too-small";

/** What was thought of one candidate, for an administrator to read. */
export type Consideration = {
  deploymentId: string;
  /** False: it is not asked, whatever happens to the others. */
  isKept: boolean;
  reason: ReasonCode;
  /** The numbers behind the reason, in a few English words. */
  detail: string;
  /** What two candidates are compared by, less is better; null where it was dropped. */
  score: number | null;
};
