import { v7 as createId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { GenerationLog, LogKey, LoggedPart, LogPage } from "./generation-log.ts";

/** One engine under test, with what a log does not do itself: generations begin, change hands and end elsewhere. */
export type LogEngine = {
  log: GenerationLog;
  /** The same log as another process has it. */
  otherLog: GenerationLog;
  /** Begins the record of a generation in its first epoch. */
  begin: () => Promise<LogKey>;
  /** Raises the epoch of the record, as a process does that claims the generation; returns the new one. */
  claim: (key: LogKey) => Promise<number>;
  /** Ends the record of the generation. */
  end: (key: LogKey) => Promise<void>;
  stop: () => Promise<void>;
};

async function takeOver({ claim, otherLog }: LogEngine, key: LogKey): Promise<number> {
  const epoch = await claim(key);
  const { parts } = await otherLog.open(key, epoch);
  await otherLog.truncate(key, epoch, parts.length);
  return epoch;
}

async function close({ end, log }: LogEngine, key: LogKey, epoch = 1): Promise<void> {
  await end(key);
  await log.close(key, epoch);
}

const START = { epoch: 0, seq: 0 };

function texts(firstSeq: number, ...values: string[]): LoggedPart[] {
  return values.map((text, index): LoggedPart => ({ seq: firstSeq + index, part: { type: "text-delta", text } }));
}

/** What every engine of the generation log promises. */
export function describeGenerationLog(name: string, start: () => Promise<LogEngine>): void {
  describe(`the generation log on ${name}`, () => {
    let engine: LogEngine;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine.stop());

    test("what was appended is read in order, from any cursor", async () => {
      const key = await engine.begin();
      await engine.log.append(key, 1, texts(1, "a", "b", "c"));
      await engine.log.append(key, 1, texts(4, "d"));
      expect(await engine.log.read(key, START)).toEqual({
        epoch: 1,
        parts: texts(1, "a", "b", "c", "d"),
        isClosed: false,
      });
      const rest = await engine.otherLog.read(key, { epoch: 1, seq: 2 });
      expect(rest.parts).toEqual(texts(3, "c", "d"));
    });

    test("every kind of part comes back as it went in", async () => {
      const key = await engine.begin();
      const parts: StreamPart[] = [
        { type: "reasoning-delta", text: 'hm … 𝒳 \\u0000 "quoted" {a,b}' },
        { type: "tool-call-start", toolCallId: "call_1", toolName: "get_weather" },
        { type: "tool-call-delta", toolCallId: "call_1", inputText: '{"city": "Ber' },
        { type: "tool-call-end", toolCallId: "call_1" },
        { type: "refusal-delta", text: "no\n" },
      ];
      const logged = parts.map((part, index) => ({ seq: index + 1, part }));
      await engine.log.append(key, 1, logged);
      expect((await engine.log.read(key, START)).parts).toEqual(logged);
    });

    test("an append that is repeated, alone or with what came after it, counts once", async () => {
      const key = await engine.begin();
      await engine.log.append(key, 1, texts(1, "a", "b"));
      await engine.log.append(key, 1, texts(1, "a", "b"));
      await engine.log.append(key, 1, texts(1, "a", "b", "c"));
      expect((await engine.log.read(key, START)).parts).toEqual(texts(1, "a", "b", "c"));
    });

    test("a writer whose generation was taken over is refused and changes nothing", async () => {
      const key = await engine.begin();
      await engine.log.append(key, 1, texts(1, "a"));
      const epoch = await takeOver(engine, key);
      await expect(engine.log.append(key, 1, texts(2, "late"))).rejects.toMatchObject({ code: "conflict" });
      await engine.otherLog.append(key, epoch, texts(2, "b"));
      expect((await engine.log.read(key, START)).parts).toEqual(texts(1, "a", "b"));
    });

    test("a refused writer does not harm others that append at the same moment", async () => {
      const [replaced, healthy] = [await engine.begin(), await engine.begin()];
      await takeOver(engine, replaced);
      const appends = [
        engine.log.append(replaced, 1, texts(1, "late")),
        engine.log.append(healthy, 1, texts(1, "fine")),
      ];
      const settled = await Promise.allSettled(appends);
      expect(settled.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
      expect((await engine.log.read(healthy, START)).parts).toEqual(texts(1, "fine"));
      expect((await engine.log.read(replaced, START)).parts).toEqual([]);
    });

    test("a cursor of an older epoch reads everything", async () => {
      const key = await engine.begin();
      await engine.log.append(key, 1, texts(1, "a", "b"));
      const epoch = await takeOver(engine, key);
      const page = await engine.log.read(key, { epoch: 1, seq: 2 });
      expect(page).toEqual({ epoch, parts: texts(1, "a", "b"), isClosed: false });
    });

    test("nothing is appended once the generation has ended", async () => {
      const key = await engine.begin();
      await engine.log.append(key, 1, texts(1, "a"));
      await close(engine, key);
      await expect(engine.log.append(key, 1, texts(2, "b"))).rejects.toMatchObject({ code: "conflict" });
      expect(await engine.log.read(key, START)).toEqual({ epoch: 1, parts: texts(1, "a"), isClosed: true });
    });

    test("a log is a person's own: under another person's name it is not there", async () => {
      const key = await engine.begin();
      await engine.log.append(key, 1, texts(1, "a"));
      const foreign = { userId: createId(), generationId: key.generationId };
      expect(await engine.log.read(foreign, START)).toEqual({ epoch: 0, parts: [], isClosed: false });
      await engine.log.append(foreign, 1, texts(1, "x")).catch(() => undefined);
      expect((await engine.log.read(key, START)).parts).toEqual(texts(1, "a"));
    });

    test("who opens a later epoch gets what there is, and goes on behind it", async () => {
      const key = await engine.begin();
      await engine.log.append(key, 1, texts(1, "a", "b"));
      const epoch = await engine.claim(key);
      expect((await engine.otherLog.open(key, epoch)).parts).toEqual(texts(1, "a", "b"));
      expect((await engine.otherLog.open(key, epoch)).parts).toEqual(texts(1, "a", "b"));
      await expect(engine.log.append(key, 1, texts(3, "late"))).rejects.toMatchObject({ code: "conflict" });
      expect(await engine.log.read(key, { epoch: 1, seq: 1 })).toMatchObject({ epoch: 1, parts: texts(2, "b") });
      await engine.otherLog.truncate(key, epoch, 2);
      expect(await engine.otherLog.append(key, epoch, texts(3, "c"))).toBe("appended");
      expect((await engine.log.read(key, START)).parts).toEqual(texts(1, "a", "b", "c"));
    });

    test("a log that has nothing yet is opened empty", async () => {
      const key = await engine.begin();
      const epoch = await engine.claim(key);
      expect((await engine.log.open(key, epoch)).parts).toEqual([]);
      await engine.log.truncate(key, epoch, 0);
      expect(await engine.log.append(key, epoch, texts(1, "a"))).toBe("appended");
    });

    test("an epoch that is over, or a generation that has ended, cannot be opened", async () => {
      const key = await engine.begin();
      const epoch = await takeOver(engine, key);
      await expect(engine.log.open(key, 1)).rejects.toMatchObject({ code: "conflict" });
      await close(engine, key, epoch);
      await expect(engine.log.open(key, epoch)).rejects.toMatchObject({ code: "conflict" });
    });

    test.each([0, 1, 2, 3, 4, 5])(
      "what a new writer takes back behind %i parts is gone for all readers",
      async (kept) => {
        const key = await engine.begin();
        await engine.log.append(key, 1, texts(1, "a", "b"));
        await engine.log.append(key, 1, texts(2, "b", "c", "d"));
        await engine.log.append(key, 1, texts(5, "e"));
        const epoch = await engine.claim(key);
        await engine.log.open(key, epoch);
        await engine.log.truncate(key, epoch, kept);
        await engine.log.truncate(key, epoch, kept);
        const left = texts(1, ...["a", "b", "c", "d", "e"].slice(0, kept));
        expect(await engine.otherLog.read(key, START)).toEqual({ epoch, parts: left, isClosed: false });
        await engine.log.append(key, epoch, texts(kept + 1, "new"));
        expect((await engine.otherLog.read(key, START)).parts).toEqual([...left, ...texts(kept + 1, "new")]);
      },
    );

    test("a writer whose generation was taken over takes nothing back", async () => {
      const key = await engine.begin();
      await engine.log.append(key, 1, texts(1, "a"));
      await takeOver(engine, key);
      await expect(engine.log.truncate(key, 1, 0)).rejects.toMatchObject({ code: "conflict" });
      expect((await engine.log.read(key, START)).parts).toEqual(texts(1, "a"));
    });

    test("a follower in another process gets what is there, what comes, and the end", async () => {
      const key = await engine.begin();
      await engine.log.append(key, 1, texts(1, "a"));
      const pages = engine.otherLog.follow(key, START, new AbortController().signal)[Symbol.asyncIterator]();
      expect(await next(pages)).toEqual({ epoch: 1, parts: texts(1, "a"), isClosed: false });
      await engine.log.append(key, 1, texts(2, "b"));
      expect(await next(pages)).toEqual({ epoch: 1, parts: texts(2, "b"), isClosed: false });
      await close(engine, key);
      expect(await next(pages)).toEqual({ epoch: 1, parts: [], isClosed: true });
      expect((await pages.next()).done).toBe(true);
    });

    test("a follower learns that another epoch has begun, with everything from its start", async () => {
      const key = await engine.begin();
      await engine.log.append(key, 1, texts(1, "a"));
      const pages = engine.log.follow(key, { epoch: 1, seq: 1 }, new AbortController().signal)[Symbol.asyncIterator]();
      const epoch = await takeOver(engine, key);
      expect(await next(pages)).toEqual({ epoch, parts: texts(1, "a"), isClosed: false });
      await pages.return?.();
    });

    test("a follower that waited while the log was opened anew misses nothing of what is written behind", async () => {
      const key = await engine.begin();
      await engine.log.append(key, 1, texts(1, "a"));
      const pages = engine.otherLog.follow(key, { epoch: 1, seq: 1 }, new AbortController().signal);
      const reader = pages[Symbol.asyncIterator]();
      const first = next(reader);
      const epoch = await takeOver(engine, key);
      await engine.log.append(key, epoch, texts(2, "b"));
      await close(engine, key, epoch);
      const seen = [await first];
      while (!seen.at(-1)?.isClosed) seen.push(await next(reader));
      expect(seen.flatMap(({ parts }) => parts)).toEqual(texts(1, "a", "b"));
      expect(seen.every((page) => page.epoch === epoch)).toBe(true);
    });

    test("closing is safe to repeat, and nobody can write behind it", async () => {
      const key = await engine.begin();
      await engine.log.append(key, 1, texts(1, "a"));
      await close(engine, key);
      await engine.log.close(key, 1);
      await expect(engine.otherLog.append(key, 1, texts(2, "b"))).rejects.toMatchObject({ code: "conflict" });
    });

    test("a follower whose signal aborts is let go", async () => {
      const key = await engine.begin();
      const leaving = new AbortController();
      const pages = engine.log.follow(key, START, leaving.signal)[Symbol.asyncIterator]();
      const waiting = pages.next();
      leaving.abort();
      expect((await waiting).done).toBe(true);
    });
  });
}

async function next(pages: AsyncIterator<LogPage>): Promise<LogPage> {
  const { value, done } = await pages.next();
  if (done) throw new Error("the log ended");
  return value;
}
