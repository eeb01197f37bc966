import * as fc from "fast-check";
import { expect, test } from "vitest";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { GrowthFrame } from "./conversation-action.ts";
import type { ConversationState } from "./conversation-state.ts";
import { emptyConversation } from "./empty-conversation.ts";
import { reduceConversation } from "./reduce-conversation.ts";
import { TEST_CONVERSATION_ID, testAnswer, testId, testMessage } from "./testing-messages.ts";

const ANSWER_ID = testId(2);
const place = { generationId: testId(1002), conversationId: TEST_CONVERSATION_ID, answerId: ANSWER_ID };

const part: fc.Arbitrary<StreamPart> = fc.oneof(
  fc.record({ type: fc.constant("text-delta" as const), text: fc.string() }),
  fc.record({ type: fc.constant("reasoning-delta" as const), text: fc.string() }),
);
const fate = fc.constantFrom("arrives", "arrives", "arrives", "is lost", "comes twice", "socket is cut");

function toFrame(channel: string, seq: number, streamPart: StreamPart): GrowthFrame {
  if (streamPart.type === "text-delta") return [channel, seq, streamPart.text];
  return { type: "generation.part", channel, seq, part: streamPart };
}

/** A server that answers a subscription with a resume from the cursor, or with a snapshot where there is none. */
function subscribe(state: ConversationState, log: readonly StreamPart[], channel: string): ConversationState {
  const run = state.runs[ANSWER_ID];
  const cursor = { epoch: 1, seq: log.length };
  const parts = log.reduce(foldStreamPart, [] as readonly MessagePart[]).slice();
  const missed = log.slice(run?.cursor?.seq ?? 0);
  const frame = run?.cursor
    ? ({ ...place, type: "generation.resume", channel, cursor, missed } as const)
    : ({ ...place, type: "generation.snapshot", channel, cursor, parts } as const);
  return reduceConversation(state, { type: "frame-received", frame });
}

test("whatever the network does, an answer arrives as it was written", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(part, fate)), (steps) => {
      let socket = 1;
      let state = reduceConversation(emptyConversation(TEST_CONVERSATION_ID), {
        type: "question-sent",
        question: testMessage(1, null),
        answer: testAnswer(2, 1),
      });
      const log: StreamPart[] = [];
      state = subscribe(state, log, "1");
      for (const [streamPart, outcome] of steps) {
        log.push(streamPart);
        const frame = toFrame(String(socket), log.length, streamPart);
        if (outcome === "socket is cut") state = subscribe(state, log, String(++socket));
        const frames = { arrives: [frame], "is lost": [], "comes twice": [frame, frame], "socket is cut": [] }[outcome];
        state = reduceConversation(state, { type: "answers-grew", frames });
        if (state.runs[ANSWER_ID]?.hasGap) state = subscribe(state, log, String(socket));
      }
      state = subscribe(state, log, String(socket));
      expect(state.runs[ANSWER_ID]?.parts).toEqual(log.reduce(foldStreamPart, [] as readonly MessagePart[]));
    }),
  );
});
