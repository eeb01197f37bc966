import { expect, test } from "vitest";
import { hashParts } from "#scripts/chaos/hash-parts.ts";
import { checkEvidence } from "./check-evidence.ts";
import type { Evidence, Leniency } from "./evidence.ts";
import { makeEvidence, shown, sighting, text } from "./testing-evidence.ts";

const STRICT: Leniency = { mayBeInterrupted: false, mayLoseLog: false, claimWithinMs: 3_000 };

/** What the checker says, one line for each. */
function complaintsOf(evidence: Evidence, leniency: Partial<Leniency> = {}): string[] {
  return checkEvidence(evidence, { ...STRICT, ...leniency }).map(({ check, detail }) => `${check}: ${detail}`);
}

const someComplaint = (words: string) => expect.arrayContaining([expect.stringContaining(words)]);

test("nothing is wrong with a question that was answered whole", () => {
  expect(complaintsOf(makeEvidence())).toEqual([]);
});

test("an acknowledged message that is not there is lost", () => {
  const evidence = makeEvidence({ conversation: { messages: [], readableIds: [], generations: [] } });
  expect(complaintsOf(evidence)).toEqual(someComplaint("was acknowledged and is lost"));
});

test("a message that was not acknowledged may be missing, but not in part", () => {
  const gone = { messages: [], readableIds: [], generations: [] };
  const neverCame = makeEvidence({
    asked: { outcome: "waiting" },
    conversation: gone,
    evidence: { sightings: [] },
  });
  expect(complaintsOf(neverCame)).toEqual([]);
  const whole = makeEvidence();
  const questionAlone = whole.conversations.map((conversation) => ({
    ...conversation,
    messages: conversation.messages.slice(0, 1),
  }));
  expect(complaintsOf({ ...whole, conversations: questionAlone })).toEqual(someComplaint("is there in part"));
});

test("a refused message that is there all the same is seen", () => {
  const evidence = makeEvidence({ asked: { outcome: { refusedWith: "busy" } } });
  expect(complaintsOf(evidence)).toEqual(someComplaint("was refused with busy and is there"));
});

test("a message that no page shows is seen, though it is stored", () => {
  const evidence = makeEvidence({ conversation: { readableIds: ["answer"] } });
  expect(complaintsOf(evidence)).toEqual(someComplaint("a page cannot read question"));
});

test("a question under another parent or with other words is seen", () => {
  expect(complaintsOf(makeEvidence({ question: { parentId: "elsewhere" } }))).toEqual(
    someComplaint("hangs under elsewhere"),
  );
  expect(complaintsOf(makeEvidence({ question: { parts: text("What?") } }))).toEqual(someComplaint("has other words"));
});

test("a message twice, or one that nobody sent, is seen", () => {
  const evidence = makeEvidence();
  const [conversation] = evidence.conversations;
  const [question] = conversation?.messages ?? [];
  if (!conversation || !question) throw new Error("the made-up evidence has no question");
  const doubled = { ...conversation, messages: [...conversation.messages, { ...question, id: "again" }] };
  expect(complaintsOf({ ...evidence, conversations: [doubled] })).toEqual([
    "questions: again was sent by nobody",
    expect.stringContaining("questions: twice: "),
  ]);
});

test("a second generation for the same answer is seen", () => {
  const evidence = makeEvidence();
  const doubled = evidence.conversations.map((conversation) => ({
    ...conversation,
    generations: conversation.generations.flatMap((generation) => [generation, { ...generation, id: "another" }]),
  }));
  expect(complaintsOf({ ...evidence, conversations: doubled })).toEqual(
    someComplaint("generation another was asked for by nobody"),
  );
});

test.each([
  ["lost", "word1 word2 word4"],
  ["doubled", "word1 word2 word2 word3 word4"],
  ["out of order", "word1 word3 word2 word4"],
  ["missing at the end", "word1 word2 word3"],
  ["of another answer", "word1 word2 other3 word4"],
])("a token that is %s is seen", (_what, words) => {
  expect(complaintsOf(makeEvidence({ answer: { parts: text(words) } }))).toEqual(
    someComplaint("is not what the model said"),
  );
});

test("an answer that was stopped has the first words of the model, and no others", () => {
  const stopped = { status: "stopped", finishReason: null } as const;
  const log = { epoch: 2, isClosed: true, parts: [{ seq: 1, part: { type: "text-delta" as const, text: "word1 " } }] };
  const stop = (words: string) =>
    makeEvidence({
      answer: { ...stopped, parts: text(words) },
      generation: { status: "stopped", seq: 1, log },
      evidence: { stoppedIds: ["generation"], sightings: [] },
    });
  expect(complaintsOf(stop("word1 "))).toEqual([]);
  expect(complaintsOf(stop("word2 "))).toEqual(someComplaint("is not what the model said"));
});

test("an end needs its cause and its reason", () => {
  const interruption = { code: "interrupted" as const, userMessage: "", isRetryable: true };
  expect(complaintsOf(makeEvidence({ answer: { finishReason: null } }))).toEqual(
    someComplaint("without a finish reason"),
  );
  expect(complaintsOf(makeEvidence({ answer: { status: "stopped" } }))).toEqual(someComplaint("was stopped by nobody"));
  expect(complaintsOf(makeEvidence({ answer: { status: "failed" } }))).toEqual(
    someComplaint("failed without saying why"),
  );
  const failed = makeEvidence({ answer: { status: "failed", error: { ...interruption, code: "internal" } } });
  expect(complaintsOf(failed)).toEqual(someComplaint("failed with internal though its provider did not"));
  const interrupted = makeEvidence({ answer: { status: "interrupted", error: interruption } });
  expect(complaintsOf(interrupted)).toEqual(someComplaint("was interrupted and not continued"));
  expect(complaintsOf(interrupted, { mayBeInterrupted: true })).toEqual([]);
});

test("a generation that never ends is seen, in its row and in the list of conversations", () => {
  const evidence = makeEvidence({ generation: { status: "running" }, conversation: { isRunning: true } });
  expect(complaintsOf(evidence)).toEqual([
    "answers: is still shown as running",
    "answers: generation generation is still running in epoch 2",
  ]);
});

test("a gap in the log, a doubled seq and a lost log are seen", () => {
  const log = makeEvidence().conversations[0]?.generations[0]?.log;
  if (!log) throw new Error("the made-up evidence has no log");
  const withLog = (seqs: number[]) =>
    makeEvidence({
      generation: { log: { ...log, parts: log.parts.map((logged, index) => ({ ...logged, seq: seqs[index] ?? 0 })) } },
    });
  expect(complaintsOf(withLog([1, 2, 4, 5]))).toEqual(["logs: seq 4 stands in the place of 3"]);
  expect(complaintsOf(withLog([1, 2, 2, 3]))).toEqual(["logs: seq 2 stands in the place of 3"]);
  const lost = makeEvidence({ generation: { log: { epoch: 0, parts: [], isClosed: false } } });
  expect(complaintsOf(lost)).toEqual(["logs: its log is lost"]);
  expect(complaintsOf(lost, { mayLoseLog: true })).toEqual([]);
});

test("a log that folds to something else than what is stored is seen", () => {
  const evidence = makeEvidence({ answer: { parts: text("word1 word2 word3 word5") }, evidence: { sightings: [] } });
  expect(complaintsOf(evidence)).toEqual(someComplaint("its log and what is stored differ at 28"));
});

test("a log that ends before its row says is seen", () => {
  expect(complaintsOf(makeEvidence({ generation: { seq: 5 } }))).toEqual([
    "logs: its log ends at seq 4 and its row says 5",
  ]);
});

test("a client whose content has another hash than it was told is seen", () => {
  const evidence = makeEvidence({ evidence: { sightings: [sighting({ contentHash: "0".repeat(64) })] } });
  expect(complaintsOf(evidence)).toEqual(someComplaint("had another content than the hash"));
});

test("a client that shows less or other text at the end is seen", () => {
  for (const words of ["word1 word2 word3", "word1 word2 word4"]) {
    const ended = sighting({ shown: shown(words), contentHash: hashParts(text(words)) });
    const evidence = makeEvidence({ evidence: { sightings: [ended] } });
    expect(complaintsOf(evidence)).toEqual(someComplaint("what was shown and what is stored differ"));
  }
});

test("who left early may have shown less, but nothing that is not stored", () => {
  const left = (words: string) =>
    makeEvidence({ evidence: { sightings: [sighting({ kind: "left", shown: shown(words), contentHash: null })] } });
  expect(complaintsOf(left("word1 wo"))).toEqual([]);
  expect(complaintsOf(left("word1 word2 word3 word4 word5"))).toEqual(
    someComplaint("what was shown and what is stored"),
  );
});

test("an answer that was shown and is not stored at all is seen", () => {
  const evidence = makeEvidence({ evidence: { sightings: [sighting({ answerId: "ghost" })] } });
  expect(complaintsOf(evidence)).toEqual(["views: showed an answer that is not stored"]);
});

test("text that was shown may not be taken back, not even by a new writer", () => {
  const names = { client: "client-1", answerId: "answer", generationId: "generation" };
  const rollbacks = [{ ...names, from: shown("word1 word2", 1), to: shown("word1", 2) }];
  const evidence = makeEvidence({ evidence: { rollbacks } });
  expect(complaintsOf(evidence)).toEqual(someComplaint("shown text was taken back"));
  expect(complaintsOf(evidence, { mayLoseLog: true })).toEqual([]);
});

test("a new writer may begin an open block of reasoning again, and the old writer may not", () => {
  const names = { client: "client-1", answerId: "answer", generationId: "generation" };
  const reasoning = (words: string) => [{ type: "reasoning" as const, text: words }];
  const rollback = (epoch: number) => [
    { ...names, from: { epoch: 1, seq: 3, parts: reasoning("I thi") }, to: { epoch, seq: 0, parts: [] } },
  ];
  expect(complaintsOf(makeEvidence({ evidence: { rollbacks: rollback(2) } }))).toEqual([]);
  expect(complaintsOf(makeEvidence({ evidence: { rollbacks: rollback(1) } }))).toEqual(
    someComplaint("shown text was taken back"),
  );
});

test("an answer that went on after a stop begins with what was there, as one answer", () => {
  const evidence = makeEvidence();
  const [first] = evidence.asked;
  if (!first) throw new Error("the made-up evidence has no question");
  const again = { ...first, kind: "continue" as const, question: null, generationId: "second" };
  const told = sighting({ kind: "told", shown: shown("word1 word2 "), contentHash: null });
  const continued = evidence.conversations.map((conversation) => ({
    ...conversation,
    messages: conversation.messages.map((message) =>
      message.role === "assistant" ? { ...message, generationId: "second" } : message,
    ),
    generations: conversation.generations.flatMap((generation) => [
      {
        ...generation,
        status: "stopped",
        seq: 2,
        log: { epoch: 2, isClosed: true, parts: generation.log?.parts.slice(0, 2) ?? [] },
      },
      { ...generation, id: "second" },
    ]),
  }));
  const whole = { ...evidence, asked: [first, again], stoppedIds: ["generation"], conversations: continued };
  expect(complaintsOf({ ...whole, sightings: [told] })).toEqual([]);
  const other = sighting({ kind: "told", shown: shown("word1 word3 "), contentHash: null });
  expect(complaintsOf({ ...whole, sightings: [other] })).toEqual(someComplaint("what was shown and what is stored"));
});

test("a continuation that was acknowledged and never came about is seen", () => {
  const evidence = makeEvidence();
  const [first] = evidence.asked;
  if (!first) throw new Error("the made-up evidence has no question");
  const again = { ...first, kind: "continue" as const, question: null, generationId: "second" };
  expect(complaintsOf({ ...evidence, asked: [first, again] })).toEqual(["questions: was acknowledged and never began"]);
});

test("what a client may never meet is passed on", () => {
  const complaints = [{ client: "client-1", generationId: "generation", sentence: "seq 5 came after 3" }];
  expect(complaintsOf(makeEvidence({ evidence: { complaints } }))).toEqual(["views: seq 5 came after 3"]);
});

test("a generation that was claimed too late is seen, where somebody was there to claim it", () => {
  const takeovers = [{ generationId: "generation", epoch: 2, delayMs: 3_400 }];
  const evidence = makeEvidence({ evidence: { takeovers } });
  expect(complaintsOf(evidence)).toEqual(someComplaint("was claimed 3400 ms after its last heartbeat"));
  expect(complaintsOf(evidence, { claimWithinMs: null })).toEqual([]);
});

test("who says the same wrong thing again and again is heard once", () => {
  const left = sighting({ kind: "left", shown: shown("word2"), contentHash: null });
  expect(complaintsOf(makeEvidence({ evidence: { sightings: [left, left, left] } }))).toHaveLength(1);
});

test("an answer that repeats its question repeats no other one, but for one that was left without an answer", () => {
  const echo = { modelName: "sim-echo" };
  const log = {
    epoch: 2,
    isClosed: true,
    parts: [{ seq: 1, part: { type: "text-delta" as const, text: "What now?" } }],
  };
  const repeats = (words: string) =>
    makeEvidence({
      asked: echo,
      answer: { parts: text(words) },
      generation: { seq: 1, log },
      evidence: { sightings: [] },
    });
  expect(complaintsOf(repeats("What now?"))).toEqual([]);
  expect(complaintsOf(repeats("What then?"))).toEqual(someComplaint("is not what the model said"));
});

test("who goes on with an answer that was stopped inside a tool call begins the call again", () => {
  const evidence = makeEvidence();
  const [first] = evidence.asked;
  const [conversation] = evidence.conversations;
  const [generation] = conversation?.generations ?? [];
  if (!first || !conversation || !generation) throw new Error("the made-up evidence is empty");
  const call = { type: "tool-call" as const, toolCallId: "1", toolName: "look", inputText: '{"ci' };
  const shownBefore = { epoch: 1, seq: 5, parts: [...text("word1 word2 word3 word4"), call] };
  const stop = sighting({ shown: shownBefore, contentHash: hashParts(shownBefore.parts) });
  const evidenceOf = (generationId: string) => ({
    ...evidence,
    asked: [first, { ...first, kind: "continue" as const, question: null, generationId: "second" }],
    stoppedIds: ["generation"],
    sightings: [{ ...stop, generationId }],
    conversations: [
      {
        ...conversation,
        messages: conversation.messages.map((message) =>
          message.role === "assistant" ? { ...message, generationId: "second" } : message,
        ),
        generations: [generation, { ...generation, id: "second" }],
      },
    ],
  });
  expect(complaintsOf(evidenceOf("generation"))).toEqual([]);
  expect(complaintsOf(evidenceOf("second"))).toEqual(someComplaint("what was shown and what is stored"));
});
