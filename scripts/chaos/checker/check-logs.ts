import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { Message, MessagePart } from "#contracts/message.ts";
import { describeDifference } from "./describe-difference.ts";
import type { Evidence, Leniency, StoredConversation, StoredGeneration, Violation } from "./evidence.ts";
import { isPrefix } from "./is-prefix.ts";
import { isSafeRollback } from "./is-safe-rollback.ts";

/** Every log that is still there has all seqs from 1 on, once and in order, and folds to what is stored. */
export function checkLogs({ conversations }: Evidence, { mayLoseLog }: Leniency): Violation[] {
  return conversations.flatMap((conversation) =>
    conversation.generations.flatMap((generation) =>
      findFaults(conversation, generation, mayLoseLog).map((detail) => ({
        check: "logs",
        ids: `generation ${generation.id} (${generation.status}, epoch ${generation.epoch})`,
        detail,
      })),
    ),
  );
}

function findFaults({ messages }: StoredConversation, generation: StoredGeneration, mayLoseLog: boolean): string[] {
  const answer = messages.find(({ id }) => id === generation.answerId);
  const { log } = generation;
  if (!answer || generation.status === "running" || generation.status === "queued") return [];
  if (log === null || log.epoch === 0) return mayLoseLog || isEmpty(answer, generation) ? [] : ["its log is lost"];
  const gap = log.parts.findIndex(({ seq }, index) => seq !== index + 1);
  if (gap >= 0) return [`seq ${log.parts[gap]?.seq} stands in the place of ${gap + 1}`];
  if (log.epoch > generation.epoch) return [`its log is of epoch ${log.epoch}`];
  const folded = log.parts.reduce<readonly MessagePart[]>((content, { part }) => foldStreamPart(content, part), []);
  const isLatest = answer.generationId === generation.id;
  const isRight = isLatest
    ? isPrefix(folded, answer.parts) && (mayLoseLog || isPrefix(answer.parts, folded))
    : isPrefix(folded, answer.parts) || isSafeRollback(folded, answer.parts);
  const lastSeq = log.parts.at(-1)?.seq ?? 0;
  return [
    ...(isRight ? [] : [`its log and what is stored ${describeDifference(folded, answer.parts)}`]),
    ...(lastSeq === generation.seq || mayLoseLog
      ? []
      : [`its log ends at seq ${lastSeq} and its row says ${generation.seq}`]),
  ];
}

/** What never said anything may have no log. */
function isEmpty(answer: Message, generation: StoredGeneration): boolean {
  return answer.parts.length === 0 && generation.seq === 0;
}
