import type { Message } from "#contracts/message.ts";
import { hashParts } from "#scripts/chaos/hash-parts.ts";
import { describeDifference } from "./describe-difference.ts";
import type { Evidence, Leniency, Rollback, Sighting, Violation } from "./evidence.ts";
import { isPrefix } from "./is-prefix.ts";
import { isSafeRollback } from "./is-safe-rollback.ts";

/**
 * Nothing was shown that is not stored: what a client showed when it left is how the stored answer begins, what it had
 * at the end is the stored answer and has the hash that it was told, and nothing was taken back but an open block.
 */
export function checkViews(evidence: Evidence, leniency: Leniency): Violation[] {
  const answers = new Map(
    evidence.conversations.flatMap(({ messages }) => messages.map((message) => [message.id, message] as const)),
  );
  return [
    ...evidence.sightings.flatMap((sighting) => checkSighting(sighting, answers.get(sighting.answerId), leniency)),
    ...evidence.rollbacks.flatMap((rollback) => checkRollback(rollback, leniency)),
    ...evidence.complaints.map(({ client, generationId, sentence }) => ({
      check: "views",
      ids: `${client} generation ${generationId ?? "none"}`,
      detail: sentence,
    })),
  ];
}

function checkSighting(sighting: Sighting, answer: Message | undefined, leniency: Leniency): Violation[] {
  const { client, generationId, kind, shown } = sighting;
  const place = `epoch ${shown.epoch}, seq ${shown.seq}`;
  const ids = `${client} answer ${sighting.answerId} generation ${generationId} (${kind} at ${place})`;
  const complain = (detail: string): Violation[] => [{ check: "views", ids, detail }];
  if (!answer) return shown.parts.length === 0 ? [] : complain("showed an answer that is not stored");
  const isRightHash = kind !== "ended" || sighting.contentHash === hashParts(shown.parts);
  const hashFaults = isRightHash ? [] : complain("had another content than the hash that it was told is of");
  // One that was continued meanwhile has more; else what was handed out as stored must be all of it.
  const mustBeWhole = kind !== "left" && answer.generationId === generationId;
  const isRight = isPrefix(shown.parts, answer.parts) && (!mustBeWhole || isPrefix(answer.parts, shown.parts));
  if (isRight || (!mustBeWhole && mayDiffer(sighting, answer, leniency))) return hashFaults;
  return hashFaults.concat(
    complain(`what was shown and what is stored ${describeDifference(shown.parts, answer.parts)}`),
  );
}

function mayDiffer({ shown }: Sighting, answer: Message, { mayLoseLog }: Leniency): boolean {
  return mayLoseLog || isSafeRollback(shown.parts, answer.parts);
}

function checkRollback({ client, generationId, from, to }: Rollback, { mayLoseLog }: Leniency): Violation[] {
  const ids = `${client} generation ${generationId} (epoch ${from.epoch} seq ${from.seq} to epoch ${to.epoch} seq ${to.seq})`;
  const isAllowed = to.epoch > from.epoch && (mayLoseLog || isSafeRollback(from.parts, to.parts));
  if (isAllowed) return [];
  return [{ check: "views", ids, detail: `shown text was taken back: ${describeDifference(from.parts, to.parts)}` }];
}
