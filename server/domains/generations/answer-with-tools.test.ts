import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import { streamPartSchema, type StreamPart } from "#contracts/stream-part.ts";
import { type ChatRequest, createChatRequest, cutToContinue, type RoutedPart, textTurn } from "#inference/index.ts";
import type { Tool } from "#server/ports/tool-source.ts";
import { answerWithTools } from "./answer-with-tools.ts";
import { CALLS_MAX, ROUNDS_MAX } from "./tool-limits.ts";

const text = (words: string): StreamPart => ({ type: "text-delta", text: words });
const call = (toolCallId: string, inputText = "{}", toolName = "look"): StreamPart[] => [
  { type: "tool-call-start", toolCallId, toolName },
  { type: "tool-call-delta", toolCallId, inputText },
  { type: "tool-call-end", toolCallId },
];
const finish = (reason: "stop" | "tool-calls" | "length" | "content-filter"): StreamPart => ({
  type: "finish",
  reason,
});
const spent = (outputTokens: number): StreamPart => ({
  type: "usage",
  usage: {
    inputTokens: 10,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens,
    reasoningTokens: 0,
    audioInputTokens: 0,
    audioOutputTokens: 0,
  },
});
const error: StreamPart = {
  type: "error",
  error: {
    code: "provider-stream-broken",
    message: "broken",
    isRetryable: true,
    status: null,
    requestId: null,
    retryAfterMs: null,
  },
};

const LOOK: Tool = {
  name: "look",
  description: "Looks.",
  inputSchema: { type: "object" },
  run: async (input) => `saw ${JSON.stringify(input)}`,
};
const QUESTION = createChatRequest({ turns: [textTurn({ role: "user", text: "What is there?" })] });

type Script = (request: ChatRequest, number: number) => Iterable<RoutedPart>;

/** A model that answers by script, and what it was asked. */
function start(script: Script, tools: Tool[] = [LOOK]) {
  const asked: ChatRequest[] = [];
  const needs = {
    tools: new Map(tools.map((tool) => [tool.name, tool])),
    logger: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
    ask: async function* (request: ChatRequest) {
      asked.push(request);
      yield* script(request, asked.length - 1);
    },
  };
  const run = async (request = QUESTION, signal = new AbortController().signal): Promise<RoutedPart[]> => {
    const parts: RoutedPart[] = [];
    for await (const part of answerWithTools(needs, request, signal)) parts.push(part);
    return parts;
  };
  return { asked, needs, run };
}

const fold = (parts: readonly RoutedPart[], before: readonly MessagePart[] = []): readonly MessagePart[] =>
  parts
    .reduce<StreamPart[]>((kept, part) => (part.type === "rewind" ? kept.slice(0, part.toPart) : [...kept, part]), [])
    .reduce(foldStreamPart, before);

test("an answer without calls is passed on as it is", async () => {
  const script = [text("Nothing."), spent(3), finish("stop")];
  const { run, asked } = start(() => script);
  expect(await run()).toEqual(script);
  expect(asked).toEqual([
    { ...QUESTION, tools: [{ name: "look", description: "Looks.", inputSchema: { type: "object" } }] },
  ]);
});

test("a model that calls what it was not offered is not asked again where there are no tools at all", async () => {
  const script = [...call("a"), finish("tool-calls")];
  const { run, asked } = start(() => script, []);
  expect(await run()).toEqual(script);
  expect(asked).toEqual([QUESTION]);
});

test("what a model calls is run, shown, and told to it, and it goes on", async () => {
  const rounds = [
    [text("Let me look."), ...call("a", '{"at":1}'), ...call("b", '{"at":2}'), spent(5), finish("tool-calls")],
    [text("There are two."), spent(7), finish("stop")],
  ];
  const { run, asked } = start((_request, number) => rounds[number] ?? []);
  const parts = await run();
  const content = fold(parts);
  expect(content).toEqual([
    { type: "text", text: "Let me look." },
    { type: "tool-call", toolCallId: "a", toolName: "look", inputText: '{"at":1}' },
    { type: "tool-call", toolCallId: "b", toolName: "look", inputText: '{"at":2}' },
    { type: "tool-result", toolCallId: "a", toolName: "look", output: 'saw {"at":1}', isError: false },
    { type: "tool-result", toolCallId: "b", toolName: "look", output: 'saw {"at":2}', isError: false },
    { type: "text", text: "There are two." },
  ]);
  expect(asked[1]?.continues).toEqual(content.slice(0, -1));
  expect(parts.filter(({ type }) => type === "finish")).toEqual([finish("stop")]);
  expect(parts.findLast(({ type }) => type === "usage")).toMatchObject({
    usage: { inputTokens: 20, outputTokens: 12 },
  });
});

test("calls of two rounds with the same id stay two calls", async () => {
  const { run } = start((_request, number) =>
    number < 3 ? [...call("call-0", `{"round":${number}}`), finish("tool-calls")] : [text("Done."), finish("stop")],
  );
  const calls = fold(await run()).filter(({ type }) => type === "tool-call");
  expect(calls).toEqual(
    ["call-0", "call-0-2", "call-0-3"].map((toolCallId, round) => ({
      type: "tool-call",
      toolCallId,
      toolName: "look",
      inputText: `{"round":${round}}`,
    })),
  );
});

test("calls that end with stop are run, those that were cut off by length or a filter are not", async () => {
  const stop = start((_request, number) =>
    number === 0 ? [...call("a"), finish("stop")] : [text("Yes."), finish("stop")],
  );
  expect(fold(await stop.run()).at(-1)).toEqual({ type: "text", text: "Yes." });
  for (const reason of ["length", "content-filter"] as const) {
    const cut = start(() => [...call("a"), finish(reason)]);
    expect((await cut.run()).at(-1)).toEqual(finish(reason));
    expect(cut.asked).toHaveLength(1);
  }
});

test("a call that is not whole is not run", async () => {
  const { run, asked } = start(() => [...call("a").slice(0, 2), finish("tool-calls")]);
  expect((await run()).at(-1)).toEqual(finish("tool-calls"));
  expect(asked).toHaveLength(1);
});

test("a failing tool and one that there is not are results, and the model goes on", async () => {
  const fails: Tool = { ...LOOK, name: "fails", run: async () => Promise.reject(new Error("no")) };
  const { run, needs } = start(
    (_request, number) =>
      number === 0
        ? [...call("a", "{}", "fails"), ...call("b", "{}", "unknown"), ...call("c", "{"), finish("tool-calls")]
        : [text("I cannot."), finish("stop")],
    [LOOK, fails],
  );
  const results = fold(await run()).filter(({ type }) => type === "tool-result");
  expect(results).toMatchObject([{ isError: true }, { isError: true }, { isError: true }]);
  expect(needs.logger.error).toHaveBeenCalledOnce();
});

test("a fault or a cut in any round ends the answer there: nothing is run, and nothing is finished", async () => {
  const broken = start((_request, number) =>
    number === 0 ? [...call("a"), finish("tool-calls")] : [...call("b"), error],
  );
  const parts = await broken.run();
  expect(parts.at(-1)).toEqual(error);
  expect(fold(parts).filter(({ type }) => type === "tool-result")).toHaveLength(1);
  const cut = start(() => call("a"));
  expect((await cut.run()).at(-1)).toEqual({ type: "tool-call-end", toolCallId: "a" });
});

test("a model that calls for ever is told to answer, and then cut off", async () => {
  const tool = vi.fn(async () => "more");
  const { run, asked } = start(
    (_request, number) => [...call(`c${number}`), finish("tool-calls")],
    [{ ...LOOK, run: tool }],
  );
  const parts = await run();
  expect(tool).toHaveBeenCalledTimes(ROUNDS_MAX);
  expect(asked).toHaveLength(ROUNDS_MAX + 2);
  expect(parts.at(-1)).toEqual(finish("tool-calls"));
  expect(fold(parts).findLast(({ type }) => type === "tool-result")).toMatchObject({
    isError: true,
    output: expect.stringContaining("Answer with what is known"),
  });
});

test("who goes on with an answer has only the rounds that are left", async () => {
  const endless: Script = (request, number) => [
    ...call(`c${request.continues.length}-${number}`),
    finish("tool-calls"),
  ];
  const parts = (await start(endless).run()).filter((part) => part.type !== "rewind");
  const middle = parts.slice(0, cutToContinue(parts.slice(0, 20)));
  const second = start(endless);
  await second.run({ ...QUESTION, continues: fold(middle) });
  const rounds = middle.filter(({ type }) => type === "tool-result").length;
  expect(second.asked).toHaveLength(ROUNDS_MAX + 2 - rounds);
});

test("of very many calls at once the first are run", async () => {
  const tool = vi.fn(async () => "42");
  const calls = Array.from({ length: CALLS_MAX + 3 }, (_, index) => call(`c${index}`)).flat();
  const { run } = start(
    (_request, number) => (number === 0 ? [...calls, finish("tool-calls")] : [text("!"), finish("stop")]),
    [{ ...LOOK, run: tool }],
  );
  const results = fold(await run()).filter(({ type }) => type === "tool-result");
  expect(tool).toHaveBeenCalledTimes(CALLS_MAX);
  expect(results).toHaveLength(CALLS_MAX + 3);
});

test("an abort ends it silently, while a tool runs, too", async () => {
  const leaving = new AbortController();
  const hangs: Tool = {
    ...LOOK,
    run: () => {
      leaving.abort();
      return new Promise(() => null);
    },
  };
  const { run, asked } = start(() => [...call("a"), finish("tool-calls")], [hangs]);
  expect(await run(QUESTION, leaving.signal)).toEqual(call("a"));
  expect(asked).toHaveLength(1);
});

test("what a router takes back in a later round is counted from the beginning of the answer", async () => {
  const { run, asked } = start((_request, number) => {
    if (number === 0) return [text("Let me look."), ...call("a"), finish("tool-calls")];
    if (number > 1) return [text("Done."), finish("stop")];
    return [
      text("Again."),
      ...call("b").slice(0, 2),
      { type: "rewind", toPart: 1 },
      ...call("b"),
      finish("tool-calls"),
    ];
  });
  const parts = await run();
  expect(parts.find(({ type }) => type === "rewind")).toEqual({ type: "rewind", toPart: 6 });
  expect(fold(parts).map(({ type }) => type)).toEqual([
    "text",
    "tool-call",
    "tool-result",
    "text",
    "tool-call",
    "tool-result",
    "text",
  ]);
  expect(asked[2]?.continues).toEqual(fold(parts).slice(0, -1));
});

test("wherever its writer dies, another one comes to the same answer, and no call is without its result", async () => {
  const script: Script = ({ continues }) => {
    const results = continues.filter(({ type }) => type === "tool-result").length;
    const last = continues.at(-1);
    const written = last?.type === "text" ? last.text : "";
    if (results === 0)
      return [
        text("Let me look.".slice(written.length)),
        ...call("a"),
        ...call("b"),
        spent(1),
        finish("tool-calls"),
      ].filter((part) => part.type !== "text-delta" || part.text !== "");
    if (results === 2) return [...call("a"), spent(1), finish("tool-calls")];
    return [text("There are three.".slice(written.length)), spent(1), finish("stop")];
  };
  const whole = (await start(script).run()).filter((part) => part.type !== "rewind");
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), async (cut) => {
      const left = whole.slice(0, cut).filter(({ type }) => type !== "finish");
      const kept = left.slice(0, cutToContinue(left));
      const before = fold(kept);
      const rest = await start(script).run({ ...QUESTION, continues: before });
      expect(fold(rest, before)).toEqual(fold(whole));
      expect(rest.at(-1)).toEqual(finish("stop"));
      for (const part of rest) if (part.type !== "rewind") expect(streamPartSchema.safeParse(part).success).toBe(true);
    }),
  );
});
