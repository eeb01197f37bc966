import { v7 as createId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BranchName, ContextCache, ContextTurn } from "./context-cache.ts";

/** One engine under test, as two processes have it. */
export type ContextCacheEngine = { cache: ContextCache; otherCache: ContextCache; stop: () => Promise<void> };

const TURNS: ContextTurn[] = [
  { role: "user", text: 'What is "𝒳" — 標題 🏳️‍🌈?\n' },
  { role: "assistant", text: "" },
];

/** What every engine of the context cache promises. */
export function describeContextCache(name: string, start: () => Promise<ContextCacheEngine>): void {
  describe(`the context cache on ${name}`, () => {
    let engine: ContextCacheEngine;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine.stop());

    test("a branch is read as the database has it, in every process and again and again", async () => {
      const branch = newBranch();
      for (const cache of [engine.cache, engine.cache, engine.otherCache]) {
        expect(await cache.read(branch, async () => TURNS)).toEqual(TURNS);
      }
    });

    test("the database is asked at most once for a reading", async () => {
      let loads = 0;
      await engine.cache.read(newBranch(), async () => {
        loads++;
        return TURNS;
      });
      expect(loads).toBe(1);
    });

    test("each branch of a conversation has its own turns", async () => {
      const branch = newBranch();
      const other = { ...branch, leafId: createId() };
      await engine.cache.read(branch, async () => TURNS);
      expect(await engine.cache.read(other, async () => TURNS.slice(1))).toEqual(TURNS.slice(1));
      expect(await engine.otherCache.read(branch, async () => TURNS)).toEqual(TURNS);
    });

    test("a conversation is a person's own: under another person's name it is not there", async () => {
      const branch = newBranch();
      await engine.cache.read(branch, async () => TURNS);
      expect(await engine.cache.read({ ...branch, userId: createId() }, async () => [])).toEqual([]);
    });

    test("what is known is read as it was kept or as the database has it, in every process", async () => {
      const branch = newBranch();
      await engine.cache.keep(branch, TURNS);
      await engine.cache.keep(branch, TURNS);
      expect(await engine.otherCache.read(branch, async () => TURNS)).toEqual(TURNS);
    });

    test("what is kept while its conversation is forgotten is not read", async () => {
      const branch = newBranch();
      await engine.cache.forget(branch.userId, branch.conversationId);
      await engine.otherCache.keep(branch, TURNS);
      expect(await engine.cache.read(branch, async () => [])).toEqual([]);
    });

    test("what was forgotten is asked of the database again, in every process", async () => {
      const branch = newBranch();
      await engine.cache.read(branch, async () => TURNS);
      await engine.otherCache.forget(branch.userId, branch.conversationId);
      await engine.otherCache.forget(branch.userId, branch.conversationId);
      expect(await engine.cache.read(branch, async () => [])).toEqual([]);
    });

    test("a look in the database that began before the forgetting does not put the turns back", async () => {
      const branch = newBranch();
      const [began, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<ContextTurn[]>()];
      const reading = engine.cache.read(branch, () => {
        began.resolve();
        return slow.promise;
      });
      await began.promise;
      await engine.otherCache.forget(branch.userId, branch.conversationId);
      slow.resolve(TURNS);
      await reading;
      expect(await engine.otherCache.read(branch, async () => [])).toEqual([]);
    });

    test("a branch of any length is read whole", async () => {
      const long: ContextTurn[] = [{ role: "user", text: "標題 🏳️‍🌈 ".repeat(100_000) }];
      const branch = newBranch();
      expect(await engine.cache.read(branch, async () => long)).toEqual(long);
      expect(await engine.otherCache.read(branch, async () => long)).toEqual(long);
    });

    test("what the database throws is thrown, and the next reading asks again", async () => {
      const branch = newBranch();
      const broken = engine.cache.read(branch, () => Promise.reject(new Error("the database is away")));
      await expect(broken).rejects.toThrow("the database is away");
      expect(await engine.cache.read(branch, async () => TURNS)).toEqual(TURNS);
    });
  });
}

function newBranch(): BranchName {
  return { userId: createId(), conversationId: createId(), leafId: createId() };
}
