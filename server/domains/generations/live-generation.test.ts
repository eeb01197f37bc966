import * as fc from "fast-check";
import { expect, test } from "vitest";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { GenerationEnd } from "./generation.ts";
import { LiveGeneration } from "./live-generation.ts";

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
const text = (value: string): StreamPart => ({ type: "text-delta", text: value });
const end = { generationId: "generation", seq: 1, contentHash: "hash" } as GenerationEnd;

test("seqs have no gap, and every viewer hears them", () => {
  const live = new LiveGeneration(record);
  const heard: unknown[] = [];
  live.listen({ onParts: (seq, parts) => heard.push([seq, parts]), onMoved: () => {}, onEnd: () => {} });
  expect(live.produce([text("a"), text("b")])).toBe(1);
  expect(live.produce([text("c")])).toBe(3);
  expect(heard).toEqual([
    [1, [text("a"), text("b")]],
    [3, [text("c")]],
  ]);
  expect(live.cursor()).toEqual({ epoch: 1, seq: 3 });
});

test("whoever comes at any moment arrives at the same content, from a snapshot or from a cursor", () => {
  const batches = fc.array(fc.array(fc.string({ minLength: 1 }).map(text), { minLength: 1, maxLength: 4 }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(batches, fc.nat(12), fc.nat(60), (steps, joinsAt, knows) => {
      const live = new LiveGeneration(record);
      const produced: StreamPart[] = [];
      let snapshotView: readonly MessagePart[] = [];
      let cursorView: readonly MessagePart[] = [];
      const listen = (): void => {
        snapshotView = live.content();
        const seq = Math.min(knows, live.cursor().seq);
        cursorView = [...produced.slice(0, seq), ...live.partsAfter(seq)].reduce<readonly MessagePart[]>(
          foldStreamPart,
          [],
        );
        const onParts = (_seq: number, parts: readonly StreamPart[]): void => {
          snapshotView = parts.reduce(foldStreamPart, snapshotView);
          cursorView = parts.reduce(foldStreamPart, cursorView);
        };
        live.listen({ onParts, onMoved: () => {}, onEnd: () => {} });
      };
      for (const [index, step] of steps.entries()) {
        if (index === joinsAt) listen();
        live.produce(step);
        produced.push(...step);
      }
      if (joinsAt >= steps.length) listen();
      expect(snapshotView).toEqual(live.content());
      expect(cursorView).toEqual(live.content());
    }),
  );
});

test("who comes after the end hears the end", () => {
  const live = new LiveGeneration(record);
  live.end(end);
  const heard: unknown[] = [];
  live.listen({ onParts: () => {}, onMoved: () => {}, onEnd: (ended) => heard.push(ended) });
  expect(heard).toEqual([end]);
});

test("parts that no log has are in no view, only in what is stored with the end", () => {
  const live = new LiveGeneration(record);
  live.produce([text("a")]);
  live.keep([text("b")]);
  live.keep([text("c")]);
  expect({ cursor: live.cursor(), content: live.content(), missed: live.partsAfter(0) }).toEqual({
    cursor: { epoch: 1, seq: 1 },
    content: [{ type: "text", text: "a" }],
    missed: [text("a")],
  });
  expect(live.whole()).toEqual({ content: [{ type: "text", text: "abc" }], seq: 3 });
  expect(live.hasGrown).toBe(true);
});

test("the first reason to halt counts", () => {
  const live = new LiveGeneration(record);
  live.halt("stopped");
  live.halt("handed-over");
  expect({ reason: live.haltReason, isAborted: live.signal.aborted }).toEqual({ reason: "stopped", isAborted: true });
});

test("who stopped listening hears nothing, and leaving tells the others that it goes on elsewhere", () => {
  const live = new LiveGeneration(record);
  const heard: string[] = [];
  const listener = (name: string) => ({
    onParts: () => heard.push(`${name} parts`),
    onMoved: () => heard.push(`${name} moved`),
    onEnd: () => heard.push(`${name} end`),
  });
  const stop = live.listen(listener("first"));
  live.listen(listener("second"));
  stop();
  live.produce([text("a")]);
  live.leave();
  live.produce([text("b")]);
  expect(heard).toEqual(["second parts", "second moved"]);
});
