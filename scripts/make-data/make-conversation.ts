import { titleFromText } from "#server/domains/conversations/index.ts";
import type { MadeConversation, MadeMessage } from "./made-conversation.ts";
import { makeId } from "./make-id.ts";
import type { Random } from "./random.ts";
import type { Topic } from "./topic.ts";
import { TOPICS_OF_LIFE } from "./topics-of-life.ts";
import { TOPICS_OF_WORK } from "./topics-of-work.ts";
import { writeAnswer } from "./write-answer.ts";
import { writeQuestion } from "./write-question.ts";

const TOPICS = [...TOPICS_OF_WORK, ...TOPICS_OF_LIFE];
/** Of the turns: answered a second time, or asked in other words, which makes a branch. */
const BRANCHING = 0.06;
const STOPPED = 0.01;
const FAILED = 0.005;
const FAILURE = {
  code: "provider-unavailable",
  userMessage: "The provider has a fault of its own at the moment. Try again, or choose another model.",
  isRetryable: true,
} as const;

/** A conversation of `messageCount` messages (an even number) that began about `createdAt` and ended before `now`. */
export function makeConversation(
  random: Random,
  { messageCount, createdAt, now }: { messageCount: number; createdAt: Date; now: Date },
): MadeConversation {
  const topic = random.pick(TOPICS);
  const paceMs = Math.min(random.integer(30_000, 400_000), (now.getTime() - createdAt.getTime()) / messageCount);
  const messages: MadeMessage[] = [];
  const nextAt = () => new Date(createdAt.getTime() + messages.length * paceMs);
  let leafId: string | null = null;
  while (messages.length < messageCount) {
    const asked = makeQuestion(random, topic, { at: nextAt(), parentId: leafId });
    messages.push(asked, makeAnswer(random, topic, { at: nextAt(), parentId: asked.id }));
    const isBranching = messages.length + 2 <= messageCount && random.isLucky(BRANCHING);
    if (isBranching) {
      const again = makeQuestion(random, topic, { at: nextAt(), parentId: leafId });
      messages.push(again, makeAnswer(random, topic, { at: nextAt(), parentId: again.id }));
    }
    leafId = messages.at(-1)?.id ?? null;
  }
  return toConversation(random, createdAt, messages);
}

type Place = { at: Date; parentId: string | null };

function makeQuestion(random: Random, topic: Topic, { at, parentId }: Place): MadeMessage {
  const parts = [{ type: "text" as const, text: writeQuestion(random, topic, parentId === null) }];
  const id = makeId(random, at);
  const nothing = { generationId: null, usage: null, error: null };
  return { id, parentId, role: "user", parts, status: "ended", ...nothing, at, endedAt: at };
}

function makeAnswer(random: Random, topic: Topic, { at, parentId }: Place): MadeMessage {
  const luck = random.next();
  const status = luck < FAILED ? "failed" : luck < FAILED + STOPPED ? "stopped" : "ended";
  const whole = writeAnswer(random, topic);
  const text = status === "ended" ? whole : whole.slice(0, Math.floor(whole.length * random.next()));
  return {
    id: makeId(random, at),
    parentId,
    role: "assistant",
    parts: text === "" ? [] : [{ type: "text", text }],
    status,
    generationId: makeId(random, at),
    usage: toUsage(random, text),
    error: status === "failed" ? FAILURE : null,
    at,
    endedAt: new Date(at.getTime() + text.length * 8),
  };
}

function toUsage(random: Random, text: string): MadeMessage["usage"] {
  const cachedInputTokens = random.isLucky(0.5) ? random.integer(0, 3_000) : 0;
  const inputTokens = random.integer(20, 2_000);
  return {
    inputTokens,
    cachedInputTokens,
    cacheWriteTokens: 0,
    outputTokens: Math.ceil(text.length / 4),
    reasoningTokens: 0,
    audioInputTokens: 0,
    audioOutputTokens: 0,
  };
}

function toConversation(random: Random, createdAt: Date, messages: MadeMessage[]): MadeConversation {
  const [first] = messages;
  const last = messages.at(-1);
  if (!first || !last) throw new Error("a conversation has at least one turn");
  const asked = first.parts[0]?.type === "text" ? first.parts[0].text : "";
  return {
    id: makeId(random, createdAt),
    title: titleFromText(asked),
    titleSource: random.pick(["first-words", "model", "model", "person"]),
    currentLeafId: last.id,
    createdAt,
    updatedAt: last.at,
    messages,
  };
}
