import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import { AppError } from "#server/errors.ts";
import type { GenerationLog } from "#server/ports/generation-log.ts";
import { LiveGeneration } from "./live-generation.ts";
import { BEAT_EVERY_MS } from "./next-beat.ts";
import { PartWriter } from "./part-writer.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  // A beat that somebody waits for belongs to these timers.
  vi.runOnlyPendingTimers();
  vi.useRealTimers();
});

const text = (value: string): StreamPart => ({ type: "text-delta", text: value });

const record = {
  userId: "user",
  id: "generation",
  conversationId: "conversation",
  answerId: "answer",
  parentId: "parent",
  modelId: "demo/demo",
  epoch: 1,
  createdAt: new Date(0),
};

type Append = GenerationLog["append"];

/** A writer over a log that keeps what it is given; `append` may refuse. */
function createWriter(append: Append = async () => "appended") {
  const live = new LiveGeneration(record);
  const logged = new Map<number, StreamPart>();
  const delivered: (readonly StreamPart[])[] = [];
  const complaints: string[] = [];
  live.listen({ onParts: (_seq, parts) => delivered.push(parts), onMoved: () => {}, onEnd: () => {} });
  const ctx = {
    logger: { info: () => {}, warn: (_what: object, message: string) => complaints.push(message), error: () => {} },
    generationLog: {
      append: async (...given: Parameters<Append>) => {
        const outcome = await append(...given);
        if (outcome === "appended") for (const { seq, part } of given[2]) logged.set(seq, part);
        return outcome;
      },
    } as unknown as GenerationLog,
  };
  return { writer: new PartWriter(ctx, live), live, logged, delivered, complaints };
}

/** Lets what is under way happen, without time passing. */
const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);

const fold = (parts: readonly StreamPart[]): readonly MessagePart[] =>
  parts.reduce<readonly MessagePart[]>(foldStreamPart, []);

test("the first part leaves at once, what follows within the pause leaves together after it", async () => {
  const { writer, delivered } = createWriter();
  writer.push(text("a"));
  await settle();
  expect(delivered).toEqual([[text("a")]]);
  writer.push(text("b"));
  writer.push(text("c"));
  await settle();
  expect(delivered).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(BEAT_EVERY_MS);
  expect(delivered).toEqual([[text("a")], [text("bc")]]);
});

test("after a pause of the model the next part waits for the beat too, as those of all others do", async () => {
  const writers = [createWriter(), createWriter()];
  for (const { writer } of writers) writer.push(text("a"));
  await vi.advanceTimersByTimeAsync(BEAT_EVERY_MS * 4);
  writers[0]?.writer.push(text("b"));
  await vi.advanceTimersByTimeAsync(7);
  writers[1]?.writer.push(text("b"));
  await settle();
  expect(writers.map(({ delivered }) => delivered.length)).toEqual([1, 1]);
  await vi.advanceTimersByTimeAsync(BEAT_EVERY_MS - 7);
  expect(writers.map(({ delivered }) => delivered.length)).toEqual([2, 2]);
});

test("finishing hands on what waits without a pause, and nothing where nothing does", async () => {
  const { writer, delivered } = createWriter();
  writer.push(text("a"));
  await settle();
  writer.push(text("b"));
  await writer.finish();
  expect(delivered).toEqual([[text("a")], [text("b")]]);
  await createWriter().writer.finish();
});

test("what comes while an append is on its way goes with the next one", async () => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let appends = 0;
  const { writer, delivered } = createWriter(async () => {
    await gates[appends++]?.promise;
    return "appended";
  });
  writer.push(text("a"));
  await settle();
  writer.push(text("b"));
  const finished = writer.finish();
  await settle();
  expect({ delivered, appends }).toEqual({ delivered: [], appends: 1 });
  gates[0]?.resolve();
  await settle();
  expect({ delivered, appends }).toEqual({ delivered: [[text("a")]], appends: 2 });
  gates[1]?.resolve();
  await finished;
  expect(delivered).toEqual([[text("a")], [text("b")]]);
});

test("blocks of different kinds and calls are never joined", async () => {
  const { writer, delivered } = createWriter();
  writer.push(text("first"));
  await settle();
  const parts: StreamPart[] = [
    { type: "reasoning-delta", text: "a" },
    { type: "tool-call-start", toolCallId: "1", toolName: "x" },
    { type: "tool-call-delta", toolCallId: "1", inputText: "{" },
    { type: "tool-call-delta", toolCallId: "2", inputText: "[" },
    { type: "tool-call-end", toolCallId: "1" },
    text("b"),
  ];
  for (const part of parts) writer.push(part);
  await writer.finish();
  expect(delivered[1]).toEqual(parts);
});

test("while the log is away nothing is shown, it is said once, and all of it comes when the log is back", async () => {
  let isAway = true;
  const { writer, delivered, complaints } = createWriter(async () => {
    if (isAway) throw new Error("connection refused");
    return "appended";
  });
  writer.push(text("a"));
  await vi.advanceTimersByTimeAsync(60_000);
  writer.push(text("b"));
  expect({ delivered, complaints: complaints.length }).toEqual({ delivered: [], complaints: 1 });
  isAway = false;
  const finished = writer.finish();
  await vi.advanceTimersByTimeAsync(2_000);
  await finished;
  expect(delivered).toEqual([[text("a")], [text("b")]]);
});

test("an answer that is whole does not wait for ever for a log that is away: its end has what nobody was shown", async () => {
  let isAway = false;
  const { writer, live, delivered } = createWriter(async () => {
    if (isAway) throw new Error("connection refused");
    return "appended";
  });
  writer.push(text("a"));
  await settle();
  isAway = true;
  writer.push(text("b"));
  const finished = writer.finish();
  await vi.advanceTimersByTimeAsync(10_000);
  await finished;
  expect(delivered).toEqual([[text("a")]]);
  expect(live.cursor().seq).toBe(1);
  expect(live.whole()).toEqual({ content: [{ type: "text", text: "ab" }], seq: 2 });
});

test("a log that lost what it had is given everything again", async () => {
  const kept = new Map<number, StreamPart>();
  const { writer } = createWriter(async (_key, _epoch, parts) => {
    if ((parts[0]?.seq ?? 0) > kept.size + 1) return "gap";
    for (const { seq, part } of parts) kept.set(seq, part);
    return "appended";
  });
  writer.push(text("a"));
  await settle();
  kept.clear();
  writer.push(text("b"));
  await writer.finish();
  expect([...kept]).toEqual([
    [1, text("a")],
    [2, text("b")],
  ]);
});

test("a writer that was replaced shows nothing more and stops trying", async () => {
  const { writer, live, delivered } = createWriter(() => Promise.reject(new AppError("conflict")));
  writer.push(text("late"));
  writer.push(text("later"));
  await writer.finish();
  expect({ delivered, reason: live.haltReason }).toEqual({ delivered: [], reason: "replaced" });
});

test.each(["stopped", "handed-over"] as const)(
  "a writer that was %s and then replaced stops trying at once",
  async (reason) => {
    const { writer, live } = createWriter(() => Promise.reject(new AppError("conflict")));
    writer.push(text("late"));
    live.halt(reason);
    await writer.finish();
    expect(live.haltReason).toBe("replaced");
  },
);

test("behind parts that no log has nothing is shown, also where the log is back: viewers would miss what is between", async () => {
  const gate = Promise.withResolvers<void>();
  let isAway = false;
  const { writer, live, logged, delivered } = createWriter(async () => {
    if (!isAway) return "appended";
    await gate.promise;
    throw new Error("connection refused");
  });
  writer.push(text("a"));
  await settle();
  isAway = true;
  writer.push(text("b"));
  await vi.advanceTimersByTimeAsync(BEAT_EVERY_MS);
  writer.push(text("c"));
  const finished = writer.finish();
  await vi.advanceTimersByTimeAsync(6_000);
  isAway = false;
  gate.resolve();
  await finished;
  expect({ delivered, logged: [...logged.values()] }).toEqual({ delivered: [[text("a")]], logged: [text("a")] });
  expect(live.whole().content).toEqual([{ type: "text", text: "abc" }]);
});

test("a writer whose viewers cannot be shown a part says so in the end, instead of waiting for ever", async () => {
  const { writer, live } = createWriter();
  const fault = new Error("no such view");
  live.listen({
    onParts: () => {
      throw fault;
    },
    onMoved: () => {},
    onEnd: () => {},
  });
  writer.push(text("a"));
  await settle();
  writer.push(text("b"));
  await expect(writer.finish()).rejects.toBe(fault);
  expect(live.signal.aborted).toBe(true);
});

test("however parts come over time and however the log fails, what is shown is what is logged, and folds to the same content", async () => {
  const part = fc.oneof(
    fc.record({
      type: fc.constantFrom("text-delta", "reasoning-delta", "refusal-delta"),
      text: fc.string({ minLength: 1 }),
    }),
    fc.record({ type: fc.constant("tool-call-start"), toolCallId: fc.constantFrom("1", "2"), toolName: fc.string() }),
    fc.record({ type: fc.constant("tool-call-delta"), toolCallId: fc.constantFrom("1", "2"), inputText: fc.string() }),
    fc.record({ type: fc.constant("tool-call-end"), toolCallId: fc.constantFrom("1", "2") }),
  );
  const timed = fc.array(fc.tuple(part, fc.integer({ min: 0, max: 40 })), { maxLength: 16 });
  await fc.assert(
    fc.asyncProperty(timed, fc.array(fc.boolean(), { maxLength: 20 }), async (steps, failures) => {
      let appends = 0;
      const { writer, live, logged, delivered } = createWriter(async () => {
        if (failures[appends++]) throw new Error("away");
        return "appended";
      });
      const pushed = steps.map(([step]) => step as StreamPart);
      for (const [index, [, pauseMs]] of steps.entries()) {
        writer.push(pushed[index] as StreamPart);
        await vi.advanceTimersByTimeAsync(pauseMs);
        expect([...logged.values()].slice(0, live.parts.length)).toEqual(delivered.flat());
      }
      const finished = writer.finish();
      await vi.advanceTimersByTimeAsync(20_000);
      await finished;
      expect([...logged.keys()]).toEqual(delivered.flat().map((_part, index) => index + 1));
      expect(live.parts).toEqual(delivered.flat());
      expect(live.content()).toEqual(fold(delivered.flat()));
      expect(live.whole().content).toEqual(fold(pushed));
    }),
    { numRuns: 40 },
  );
}, 30_000);
