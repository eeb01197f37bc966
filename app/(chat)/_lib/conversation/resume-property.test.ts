import * as fc from "fast-check";
import { expect, test } from "vitest";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { Cursor, ServerFrame } from "#contracts/socket-frames.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { ConversationAction, GrowthFrame } from "./conversation-action.ts";
import { emptyConversation } from "./empty-conversation.ts";
import { partsAtEnd } from "./parts-at-end.ts";
import { reduceConversation } from "./reduce-conversation.ts";
import { TEST_CONVERSATION_ID, testAnswer, testId, testMessage } from "./testing-messages.ts";

const ANSWER_ID = testId(2);
const PLACE = { generationId: testId(1002), conversationId: TEST_CONVERSATION_ID, answerId: ANSWER_ID };
const { parts: _parts, ...STORED } = testAnswer(2, 1, { status: "ended" });

type Frame = GrowthFrame | ServerFrame;

const part: fc.Arbitrary<StreamPart> = fc.oneof(
  fc.record({ type: fc.constant("text-delta" as const), text: fc.string({ minLength: 1 }) }),
  fc.record({ type: fc.constant("reasoning-delta" as const), text: fc.string({ minLength: 1 }) }),
);

/** What can happen on the way of an answer: to the model, to the process that writes it, and to the network. */
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: fc.constant("written" as const), part }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constant("arrives" as const), count: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.constant({ type: "lost" } as const) },
  { weight: 1, arbitrary: fc.constant({ type: "doubled" } as const) },
  { weight: 1, arbitrary: fc.constant({ type: "overtaken" } as const) },
  { weight: 1, arbitrary: fc.constant({ type: "socket cut" } as const) },
  { weight: 1, arbitrary: fc.constant({ type: "probed" } as const) },
  { weight: 2, arbitrary: fc.constant({ type: "answered" } as const) },
  { weight: 1, arbitrary: fc.constant({ type: "told by the old writer" } as const) },
  { weight: 1, arbitrary: fc.constant({ type: "snapshot" } as const) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("taken over" as const), kept: fc.nat(100) }) },
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function contentOf(log: readonly StreamPart[]): MessagePart[] {
  return log.reduce(foldStreamPart, [] as readonly MessagePart[]).slice();
}

/** One answer with its log, one view of it, and the frames on their way between them. */
class World {
  state = reduceConversation(emptyConversation(TEST_CONVERSATION_ID), {
    type: "question-sent",
    question: testMessage(1, null),
    answer: testAnswer(2, 1),
  });
  /** What each epoch's log held, for an epoch's places keep their content for ever. */
  readonly logs = new Map<number, StreamPart[]>([[1, []]]);
  epoch = 1;
  #channel = 1;
  #onTheirWay: Frame[] = [];
  /** The place named in the question that is on its way; undefined when there is none. */
  #asked: Cursor | null | undefined;
  #isAsked = false;
  /** Of the last question: an ack of an earlier one, come twice, says nothing about it. */
  #requestId = 0;
  #shownEpoch = 0;

  get log(): StreamPart[] {
    return this.logs.get(this.epoch) ?? [];
  }

  do(happened: Step): void {
    switch (happened.type) {
      case "written":
        return this.#write(happened.part);
      case "arrives":
        return this.arrive(happened.count);
      case "lost":
        return void this.#onTheirWay.splice(0, isGrowth(this.#onTheirWay[0]) ? 1 : 0);
      case "doubled":
        return void this.#onTheirWay.unshift(...this.#onTheirWay.slice(0, 1));
      case "overtaken":
        return this.#overtake();
      case "socket cut":
        return this.reconnect();
      case "probed":
        return this.#ask();
      case "answered":
        return this.#answer();
      case "told by the old writer":
        return this.#tellOld();
      case "snapshot":
        return void this.#onTheirWay.push(this.#snapshot());
      case "taken over":
        return this.#takeOver(happened.kept);
    }
  }

  #write(written: StreamPart): void {
    this.log.push(written);
    const seq = this.log.length;
    const channel = String(this.#channel);
    const isText = written.type === "text-delta";
    this.#onTheirWay.push(
      isText ? [channel, seq, written.text] : { type: "generation.part", channel, seq, part: written },
    );
  }

  #overtake(): void {
    const [first, second, ...rest] = this.#onTheirWay;
    if (isGrowth(first) && isGrowth(second)) this.#onTheirWay = [second, first, ...rest];
  }

  /** Another process goes on from a durable prefix; whoever looks on gets a snapshot. */
  #takeOver(kept: number): void {
    const prefix = this.log.slice(0, kept);
    this.epoch += 1;
    this.logs.set(this.epoch, prefix);
    this.#channel += 1;
    this.#onTheirWay.push(this.#snapshot());
  }

  reconnect(): void {
    this.#onTheirWay = [];
    this.#isAsked = false;
    this.#asked = undefined;
    this.#ask();
    this.#take({ type: "frame-received", frame: { type: "welcome", protocolVersion: 2, pingIntervalMs: 1 } });
  }

  /** One question at a time. */
  #ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#requestId += 1;
    this.#take({ type: "catch-up-asked" });
    this.#asked = this.state.runs[ANSWER_ID]?.cursor ?? null;
  }

  /** The server answers with what was missed from the named place on, or with a snapshot. */
  #answer(): void {
    const cursor = this.#asked;
    if (cursor === undefined) return;
    this.#asked = undefined;
    const isPlace = cursor?.epoch === this.epoch && cursor.seq > 0 && cursor.seq <= this.log.length;
    this.#channel += 1;
    this.#onTheirWay.push(isPlace ? this.#resume(cursor.seq) : this.#snapshot());
    this.#onTheirWay.push({ type: "ack", requestId: String(this.#requestId) });
  }

  #tellOld(): void {
    const log = this.logs.get(this.epoch - 1);
    if (!log) return;
    const cursor = { epoch: this.epoch - 1, seq: log.length };
    this.#onTheirWay.push({ type: "generation.snapshot", channel: "old", ...PLACE, cursor, parts: contentOf(log) });
  }

  /** All that is on its way arrives, what is asked for on the way included. */
  settle(): void {
    while (this.#onTheirWay.length > 0 || this.#asked !== undefined) {
      this.#answer();
      this.arrive(Infinity);
    }
  }

  arrive(count: number): void {
    for (const frame of this.#onTheirWay.splice(0, count)) {
      if (isGrowth(frame)) this.#take({ type: "answers-grew", frames: [frame] });
      else this.#take({ type: "frame-received", frame });
      const isAck = !isGrowth(frame) && frame.type === "ack";
      if (isAck && frame.requestId === String(this.#requestId)) this.#isAsked = false;
      if (this.state.runs[ANSWER_ID]?.hasGap) this.#ask();
      this.#expectTruth();
    }
  }

  /** What is shown up to a place is what the log of that epoch holds up to there, and no epoch comes back. */
  #expectTruth(): void {
    const run = this.state.runs[ANSWER_ID];
    if (!run?.cursor) return;
    const { epoch, seq } = run.cursor;
    expect(epoch).toBeGreaterThanOrEqual(this.#shownEpoch);
    this.#shownEpoch = epoch;
    expect(run.parts).toEqual(contentOf((this.logs.get(epoch) ?? []).slice(0, seq)));
  }

  /** The answer is stored; its end may come after all else or be all that comes. */
  end(): void {
    const message = { ...STORED, parts: contentOf(this.log) };
    const end = {
      type: "generation.end",
      generationId: PLACE.generationId,
      seq: this.log.length,
      contentHash: "",
    } as const;
    const frame = { ...end, message: STORED };
    const parts = partsAtEnd(this.state, frame);
    this.#take({ type: "frame-received", frame });
    const isProven = parts !== null && JSON.stringify(parts) === JSON.stringify(message.parts);
    if (!isProven) this.#take({ type: "frame-received", frame: { type: "message.put", message } });
    this.arrive(Infinity);
    this.#take({ type: "frame-received", frame });
  }

  #snapshot(): ServerFrame {
    const cursor = { epoch: this.epoch, seq: this.log.length };
    return {
      type: "generation.snapshot",
      channel: String(this.#channel),
      ...PLACE,
      cursor,
      parts: contentOf(this.log),
    };
  }

  #resume(seq: number): ServerFrame {
    const cursor = { epoch: this.epoch, seq: this.log.length };
    const missed = this.log.slice(seq);
    return { type: "generation.resume", channel: String(this.#channel), ...PLACE, cursor, missed };
  }

  #take(action: ConversationAction): void {
    this.state = reduceConversation(this.state, action);
  }
}

function isGrowth(frame: Frame | undefined): frame is GrowthFrame {
  return frame !== undefined && (Array.isArray(frame) || frame.type === "generation.part");
}

test("whatever the network and the processes do, what is shown is what is stored, at every moment and in the end", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: "max" }), fc.boolean(), (steps, isEndSeenOnly) => {
      const world = new World();
      world.reconnect();
      for (const happened of steps) world.do(happened);
      if (!isEndSeenOnly) world.settle();
      world.end();
      expect(world.state.runs).toEqual({});
      expect(world.state.messages[ANSWER_ID]).toMatchObject({ status: "ended", parts: contentOf(world.log) });
    }),
    { numRuns: 1_000 },
  );
});

test("a view that is let alone for a moment shows all of it before the end comes", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: "max" }), (steps) => {
      const world = new World();
      world.reconnect();
      for (const happened of steps) world.do(happened);
      world.reconnect();
      world.settle();
      expect(world.state.runs[ANSWER_ID]?.parts).toEqual(contentOf(world.log));
    }),
    { numRuns: 1_000 },
  );
});
