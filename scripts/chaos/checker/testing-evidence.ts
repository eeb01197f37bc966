import type { Message, MessagePart } from "#contracts/message.ts";
import type { Asked, Evidence, Shown, Sighting, StoredConversation, StoredGeneration } from "./evidence.ts";
import { hashParts } from "#scripts/chaos/hash-parts.ts";

/** What the made-up answer says: the words of `sim-slow-4`. */
const WORDS = "word1 word2 word3 word4";

const CLIENT = "client-1";

/** Content of one text. */
export function text(words: string): MessagePart[] {
  return [{ type: "text", text: words }];
}

const asked: Asked = {
  kind: "send",
  client: CLIENT,
  userId: "user",
  conversationId: "conversation",
  questionId: "question",
  question: { parentId: null, text: "What now?" },
  answerId: "answer",
  generationId: "generation",
  modelName: "sim-slow-4@10",
  outcome: "acknowledged",
};

const blank = {
  conversationId: "conversation",
  usage: null,
  finishReason: null,
  error: null,
  createdAt: "2026-11-01T00:00:00.000Z",
  endedAt: "2026-11-01T00:00:01.000Z",
};

const question: Message = {
  ...blank,
  id: "question",
  parentId: null,
  role: "user",
  parts: text("What now?"),
  status: "ended",
  generationId: null,
  modelId: null,
  siblingIds: ["question"],
};

const answer: Message = {
  ...blank,
  id: "answer",
  parentId: "question",
  role: "assistant",
  parts: text(WORDS),
  status: "ended",
  finishReason: "stop",
  generationId: "generation",
  modelId: "simulator/sim-slow-4@10",
  siblingIds: ["answer"],
};

const generation: StoredGeneration = {
  id: "generation",
  answerId: "answer",
  modelId: "simulator/sim-slow-4@10",
  status: "ended",
  epoch: 2,
  seq: 4,
  segments: [],
  log: {
    epoch: 2,
    isClosed: true,
    parts: ["word1 ", "word2 ", "word3 ", "word4"].map((words, index) => ({
      seq: index + 1,
      part: { type: "text-delta", text: words },
    })),
  },
};

/** What a client showed: the first words of the answer, by default all of them. */
export function shown(words = WORDS, epoch = 2): Shown {
  return { epoch, seq: 4, parts: text(words) };
}

/** A sighting of the answer by its client. */
export function sighting(given: Partial<Sighting> = {}): Sighting {
  const names = { client: CLIENT, answerId: "answer", generationId: "generation" };
  return { ...names, kind: "ended", shown: shown(), contentHash: hashParts(text(WORDS)), ...given };
}

type Changes = {
  asked?: Partial<Asked>;
  question?: Partial<Message>;
  answer?: Partial<Message>;
  generation?: Partial<StoredGeneration>;
  conversation?: Partial<StoredConversation>;
  evidence?: Partial<Evidence>;
};

/** A seed in which one question was asked and answered, and nothing is wrong but what is changed here. */
export function makeEvidence(changes: Changes = {}): Evidence {
  const conversation: StoredConversation = {
    userId: "user",
    conversationId: "conversation",
    isRunning: false,
    messages: [
      { ...question, ...changes.question },
      { ...answer, ...changes.answer },
    ],
    readableIds: ["question", "answer"],
    generations: [{ ...generation, ...changes.generation }],
    ...changes.conversation,
  };
  return {
    asked: [{ ...asked, ...changes.asked }],
    stoppedIds: [],
    sightings: [sighting()],
    rollbacks: [],
    complaints: [],
    takeovers: [],
    conversations: [conversation],
    ...changes.evidence,
  };
}
