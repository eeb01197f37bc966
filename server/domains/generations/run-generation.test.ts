import { expect, test, vi } from "vitest";
import type { Message } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import { AppError } from "#server/errors.ts";
import type { Outcome } from "./generation.ts";
import { LiveGeneration } from "./live-generation.ts";
import { runGeneration } from "./run-generation.ts";

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
const finish: StreamPart = { type: "finish", reason: "stop" };

type World = Parameters<typeof runGeneration>[0];

/** A world in which everything works, that keeps what was stored; `changes` breaks parts of it. */
function world(changes: { append?: () => Promise<void>; end?: () => Promise<boolean> } = {}) {
  const stored: Outcome[] = [];
  const logged: string[] = [];
  const offered: unknown[] = [];
  const ctx = {
    clock: { now: () => new Date(1_000) },
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    generationLog: {
      append: async (_key: unknown, _epoch: number, parts: { part: StreamPart }[]) => {
        await changes.append?.();
        logged.push(...parts.map(({ part }) => ("text" in part ? part.text : part.type)));
        return "appended";
      },
      close: async () => {},
    },
    contextCache: { forget: async () => {} },
    generationQueue: { offer: async (key: unknown) => void offered.push(key) },
    generations: {
      end: async (_record: unknown, outcome: Outcome) => {
        const isOurs = (await changes.end?.()) ?? true;
        if (isOurs) stored.push(outcome);
        return isOurs;
      },
      find: async () => null,
      release: async () => true,
    },
    messages: { listNodes: async () => [{ siblingIds: ["older", "answer"] }] },
  } as unknown as World;
  return { ctx, stored, logged, offered };
}

async function* stream(...parts: StreamPart[]): AsyncGenerator<StreamPart> {
  yield* parts;
}

const committed = Promise.resolve(true);
const label = async (): Promise<string> => "OpenAI";

test("what the model says is shown and stored whole, with usage and reason", async () => {
  const { ctx, stored } = world();
  const live = new LiveGeneration(record);
  const usage = {
    inputTokens: 1,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 2,
    reasoningTokens: 0,
    audioInputTokens: 0,
    audioOutputTokens: 0,
  };
  const source = { stream: stream(text("Hel"), text("lo"), { type: "usage", usage }, finish), committed, label };
  const end = await runGeneration(ctx, live, source);
  expect(stored).toMatchObject([
    { status: "ended", finishReason: "stop", usage, parts: [{ type: "text", text: "Hello" }] },
  ]);
  expect(end?.message).toMatchObject({
    parts: [{ type: "text", text: "Hello" }],
    siblingIds: ["older", "answer"],
  } satisfies Partial<Message>);
});

test("the model is dialled while the message is being committed, and no word leaves before that", async () => {
  const { ctx } = world();
  const live = new LiveGeneration(record);
  const commit = Promise.withResolvers<boolean>();
  const dialled = Promise.withResolvers<void>();
  const shown: number[] = [];
  live.listen({ onParts: (seq) => shown.push(seq), onMoved: () => {}, onEnd: () => {} });
  async function* dial(): AsyncGenerator<StreamPart> {
    dialled.resolve();
    yield* [text("Hello"), finish];
  }
  const running = runGeneration(ctx, live, { stream: dial(), committed: commit.promise, label });
  await dialled.promise;
  await Promise.resolve();
  expect(shown).toEqual([]);
  commit.resolve(true);
  await running;
  expect(shown[0]).toBe(1);
});

test.each([
  ["fails", () => Promise.reject(new Error("no database"))],
  ["finds that another request was first", () => Promise.resolve(false)],
])("when the commit %s, nothing is shown or stored and the model is let go", async (_what, commit) => {
  const { ctx, stored } = world();
  const live = new LiveGeneration(record);
  expect(await runGeneration(ctx, live, { stream: stream(text("a"), finish), committed: commit(), label })).toBeNull();
  expect({ stored, content: live.content(), isAborted: live.signal.aborted }).toEqual({
    stored: [],
    content: [],
    isAborted: true,
  });
});

test("a failure names the connection and keeps what was produced, to be gone on with", async () => {
  const { ctx, stored } = world();
  const error = {
    code: "provider-unreachable",
    message: "ECONNRESET",
    isRetryable: true,
    status: null,
    requestId: null,
    retryAfterMs: null,
  } as const;
  await runGeneration(ctx, new LiveGeneration(record), {
    stream: stream(text("Hel"), { type: "error", error }),
    committed,
    label,
  });
  expect(stored).toMatchObject([
    {
      status: "interrupted",
      parts: [{ text: "Hel" }],
      error: {
        code: "provider-unreachable",
        userMessage: expect.stringMatching(/^OpenAI did not answer/),
        isRetryable: true,
      },
    },
  ]);
});

test("what is thrown on the way to the model becomes a sentence, and a fault of ours says no more than that", async () => {
  for (const [thrown, code] of [
    [new AppError("model-unavailable"), "model-unavailable"],
    [new TypeError("undefined is not a function"), "internal"],
  ] as const) {
    const { ctx, stored } = world();
    const broken: AsyncIterable<StreamPart> = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(thrown) }),
    };
    await runGeneration(ctx, new LiveGeneration(record), { stream: broken, committed, label });
    expect(stored).toMatchObject([{ status: "failed", error: { code } }]);
    expect(stored[0]?.error?.userMessage).not.toContain("undefined");
  }
});

test("stopped, it ends with what was produced", async () => {
  const { ctx, stored } = world();
  const live = new LiveGeneration(record);
  async function* cut(): AsyncGenerator<StreamPart> {
    yield text("Hel");
    live.halt("stopped");
  }
  await runGeneration(ctx, live, { stream: cut(), committed, label });
  expect(stored).toMatchObject([{ status: "stopped", parts: [{ text: "Hel" }], error: null }]);
});

test("handed over, what was produced is logged, nothing is ended, and another process is asked to go on", async () => {
  const { ctx, stored, logged, offered } = world();
  const live = new LiveGeneration(record);
  async function* cut(): AsyncGenerator<StreamPart> {
    yield text("Hel");
    yield text("lo");
    live.halt("handed-over");
  }
  expect(await runGeneration(ctx, live, { stream: cut(), committed, label })).toBeNull();
  expect({ stored, logged: logged.join("") }).toEqual({ stored: [], logged: "Hello" });
  expect(offered).toEqual([{ userId: "user", generationId: "generation" }]);
});

test("a model that was asked to go on and says nothing leaves the answer interrupted, with what it inherited", async () => {
  const { ctx, stored } = world();
  const live = new LiveGeneration(
    { ...record, epoch: 2 },
    { parts: [text("Hel")], takenBack: [], usage: null, segments: [] },
  );
  const error = {
    code: "provider-request-rejected",
    message: "no prefill",
    isRetryable: false,
    status: 400,
    requestId: null,
    retryAfterMs: null,
  } as const;
  await runGeneration(ctx, live, { stream: stream({ type: "error", error }), committed, label });
  expect(stored).toMatchObject([{ status: "interrupted", parts: [{ text: "Hel" }], error: { code: error.code } }]);
});

test.each([
  ["says nothing", [finish], "Hello"],
  ["speaks", [text("p!"), finish], "Help!"],
])("what was taken back for a model that %s stays only where nothing takes its place", async (_what, said, whole) => {
  const { ctx, stored } = world();
  const inherited = { parts: [text("Hel")], takenBack: [text("lo")], usage: null, segments: [] };
  const live = new LiveGeneration({ ...record, epoch: 2 }, inherited);
  await runGeneration(ctx, live, { stream: stream(...said), committed, label });
  expect(stored).toMatchObject([{ status: "ended", parts: [{ text: whole }] }]);
});

test("nothing is shown before it is logged", async () => {
  const gate = Promise.withResolvers<void>();
  const appending = Promise.withResolvers<void>();
  const { ctx } = world({
    append: () => {
      appending.resolve();
      return gate.promise;
    },
  });
  const live = new LiveGeneration(record);
  const running = runGeneration(ctx, live, { stream: stream(text("Hello"), finish), committed, label });
  await appending.promise;
  expect(live.content()).toEqual([]);
  gate.resolve();
  await running;
  expect(live.content()).toEqual([{ type: "text", text: "Hello" }]);
});

test("a stream that ends without a word about it is never a finished answer", async () => {
  const { ctx, stored } = world();
  await runGeneration(ctx, new LiveGeneration(record), { stream: stream(text("Hel")), committed, label });
  expect(stored).toMatchObject([{ status: "interrupted", error: { code: "provider-stream-broken" } }]);
});

test("who was replaced stores nothing and lets the model go", async () => {
  const { ctx, stored } = world({ append: () => Promise.reject(new AppError("conflict")), end: async () => true });
  const live = new LiveGeneration(record);
  async function* endless(): AsyncGenerator<StreamPart> {
    yield text("a");
    await new Promise((resolve) => live.signal.addEventListener("abort", resolve));
  }
  expect(await runGeneration(ctx, live, { stream: endless(), committed, label })).toBeNull();
  expect({ stored, reason: live.haltReason }).toEqual({ stored: [], reason: "replaced" });
});

test("who was replaced tells no end, not even that of its successor, which showed more than its viewers have", async () => {
  const { ctx } = world({ end: async () => false });
  const live = new LiveGeneration(record);
  const ended = { ...record, status: "ended", seq: 9 };
  const messages = {
    listNodes: async () => [{ id: "answer", parts: [], siblingIds: [], createdAt: new Date(0), endedAt: null }],
  };
  const succeeded = {
    ...ctx,
    generations: { ...ctx.generations, find: async () => ended },
    messages,
  } as unknown as World;
  expect(await runGeneration(succeeded, live, { stream: stream(text("a"), finish), committed, label })).toBeNull();
});

test("what the model says is logged while it speaks, without a gap, also when the database was away", async () => {
  let failures = 1;
  const { ctx, stored, logged } = world({
    append: async () => {
      if (failures-- > 0) throw new Error("connection refused");
    },
  });
  const live = new LiveGeneration(record);
  async function* speak(): AsyncGenerator<StreamPart> {
    yield text("a");
    yield text("b");
    await vi.waitUntil(() => logged.length > 0);
    yield* [text("c"), finish];
  }
  await runGeneration(ctx, live, { stream: speak(), committed, label });
  expect(logged.join("")).toMatch(/^ab/);
  expect(stored).toMatchObject([{ parts: [{ text: "abc" }] }]);
});

test("while the database is away the answer goes on, and is stored when it is back", async () => {
  let failures = 2;
  const away = async (): Promise<void> => {
    if (failures-- > 0) throw new Error("connection refused");
  };
  const { ctx, stored } = world({ append: away, end: () => away().then(() => true) });
  const source = { stream: stream(text("Hello"), finish), committed, label };
  const end = await runGeneration(ctx, new LiveGeneration(record), source);
  expect(end?.message.status).toBe("ended");
  expect(stored).toHaveLength(1);
});
