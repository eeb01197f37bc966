import { v7 as createId } from "uuid";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { LogKey } from "./generation-log.ts";
import type { GenerationQueue, QueuedGeneration } from "./generation-queue.ts";

/** One engine under test, as two processes have it. */
export type QueueEngine = {
  queue: GenerationQueue;
  otherQueue: GenerationQueue;
  /** Lets the lease of all that is taken and not settled run out, as `OFFER_LEASE_MS` would. */
  passLease: () => Promise<void>;
  stop: () => Promise<void>;
};

/** What every engine of the generation queue promises. */
export function describeGenerationQueue(name: string, start: () => Promise<QueueEngine>): void {
  describe(`the generation queue on ${name}`, () => {
    let engine: QueueEngine;
    let leaving: AbortController;
    beforeAll(async () => {
      engine = await start();
      leaving = new AbortController();
    });
    afterEach(() => {
      leaving.abort();
      leaving = new AbortController();
    });
    afterAll(() => engine.stop());

    const take = (limit = 10, queue = engine.queue): Promise<QueuedGeneration[]> => queue.take(limit, leaving.signal);
    /** True when `take` goes on waiting for as long as another offer needs to come through. */
    async function findsNothing(queue: GenerationQueue): Promise<boolean> {
      const marker = newKey();
      const waiting = queue.take(10, leaving.signal);
      await engine.otherQueue.offer(marker);
      const taken = await waiting;
      await queue.settle(taken);
      return names(taken).join() === names([marker]).join();
    }

    test("what one process offers another one takes, the oldest first and at most as many as it asks for", async () => {
      const keys = [newKey(), newKey(), newKey()];
      for (const key of keys) await engine.queue.offer(key);
      const taken = [...(await take(2, engine.otherQueue)), ...(await take(2, engine.otherQueue))];
      expect(names(taken)).toEqual(names(keys));
      await engine.otherQueue.settle(taken);
    });

    test("who waits gets what is offered next, in this process and in another", async () => {
      for (const offering of [engine.queue, engine.otherQueue]) {
        const waiting = take();
        const key = newKey();
        await offering.offer(key);
        const taken = await waiting;
        expect(names(taken)).toEqual(names([key]));
        await engine.queue.settle(taken);
      }
    });

    test("each of many offers is taken by one of those who take at the same moment", async () => {
      const keys = Array.from({ length: 40 }, newKey);
      await Promise.all(keys.map((key) => engine.queue.offer(key)));
      const taken: QueuedGeneration[] = [];
      while (taken.length < keys.length) {
        const takers = [take(7), take(7, engine.otherQueue)];
        for (const batch of await untilOneHas(takers, leaving)) taken.push(...batch);
        leaving = new AbortController();
      }
      expect(names(taken).toSorted()).toEqual(names(keys).toSorted());
      await engine.queue.settle(taken);
    });

    test("what is settled is never offered again", async () => {
      await engine.queue.offer(newKey());
      const taken = await take();
      await engine.queue.settle(taken);
      await engine.queue.settle(taken);
      await engine.queue.settle([]);
      await engine.passLease();
      expect(await findsNothing(engine.otherQueue)).toBe(true);
    });

    test("what was taken and not settled is offered again when its lease is over, and not before", async () => {
      const key = newKey();
      await engine.queue.offer(key);
      await take();
      expect(await findsNothing(engine.otherQueue)).toBe(true);
      await engine.passLease();
      const again = await take(10, engine.otherQueue);
      expect(names(again)).toEqual(names([key]));
      await engine.otherQueue.settle(again);
    });

    test("an offer that is repeated is taken at least once, and none of it stays behind", async () => {
      const key = newKey();
      await Promise.all([engine.queue.offer(key), engine.queue.offer(key), engine.otherQueue.offer(key)]);
      const taken = await take();
      expect(new Set(names(taken))).toEqual(new Set(names([key])));
      await engine.queue.settle(taken);
      expect(await findsNothing(engine.otherQueue)).toBe(true);
    });

    test("an offer that was made after the taking outlives the settling", async () => {
      const key = newKey();
      await engine.queue.offer(key);
      const taken = await take();
      await engine.otherQueue.offer(key);
      await engine.queue.settle(taken);
      const again = await take(10, engine.otherQueue);
      expect(names(again)).toEqual(names([key]));
      await engine.otherQueue.settle(again);
    });

    test("who waits is let go when the signal aborts, with nothing", async () => {
      const waiting = take();
      leaving.abort();
      expect(await waiting).toEqual([]);
      expect(await take()).toEqual([]);
    });
  });
}

function newKey(): LogKey {
  return { userId: createId(), generationId: createId() };
}

function names(keys: readonly LogKey[]): string[] {
  return keys.map(({ userId, generationId }) => `${userId} ${generationId}`);
}

/** What all got when the first one has something; the others are let go. */
async function untilOneHas(
  takers: Promise<QueuedGeneration[]>[],
  leaving: AbortController,
): Promise<QueuedGeneration[][]> {
  await Promise.race(takers);
  leaving.abort();
  return Promise.all(takers);
}
