import type { CallReason } from "#contracts/answer-call.ts";
import type { TextKey } from "#app/_i18n/catalogue.ts";
import type { Text } from "#app/_i18n/create-text.ts";

const REASONS: ReadonlyMap<string, TextKey> = new Map([
  ["healthy", "chat.reason.healthy"],
  ["half-open", "chat.reason.halfOpen"],
  ["breaker-open", "chat.reason.breakerOpen"],
  ["resting", "chat.reason.resting"],
  ["outlier", "chat.reason.outlier"],
  ["last-one-standing", "chat.reason.lastOneStanding"],
  ["draining", "chat.reason.draining"],
  ["tier-not-allowed", "chat.reason.tierNotAllowed"],
  ["wrong-region", "chat.reason.wrongRegion"],
  ["cannot-see-images", "chat.reason.cannotSeeImages"],
  ["cannot-call-tools", "chat.reason.cannotCallTools"],
  ["cannot-structure", "chat.reason.cannotStructure"],
  ["context-too-small", "chat.reason.contextTooSmall"],
]);

/** What was thought of a deployment before a call, in a few words; a reason that this page does not know stands for itself. */
export function describeReason({ reason }: Pick<CallReason, "reason">, text: Text): string {
  const key = REASONS.get(reason);
  return key === undefined ? reason : text(key);
}
