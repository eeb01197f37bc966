import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { ChatRequest } from "#inference/chat-model.ts";
import { createChatRequest } from "#inference/create-chat-request.ts";
import { textTurn } from "#inference/text-turn.ts";
import { countHere } from "#inference/tokens/count-here.ts";
import { type ContextLimits, fitContext } from "./fit-context.ts";

const counter = { count: countHere };
const never = { count: vi.fn(async () => Promise.reject(new Error("it counts"))) };
const limits = (contextTokens: number | null, outputTokensMax: number | null = null): ContextLimits => ({
  contextTokens,
  outputTokensMax,
  tokenizer: "o200k",
});
const ask = (count: number, words = "Tell me about the weather in the mountains. "): ChatRequest =>
  createChatRequest({
    system: "You are helpful.",
    turns: Array.from({ length: count * 2 - 1 }, (_, index) =>
      textTurn({ role: index % 2 === 0 ? "user" : "assistant", text: `${index}: ${words.repeat(5)}` }),
    ),
  });

test("a request far from any limit is sent as it is, and nothing is counted", async () => {
  const request = ask(3);
  const fitted = await fitContext(never, request, limits(128_000, 16_000));
  expect(fitted).toMatchObject({ messagesLeftOut: 0, fits: true });
  expect(fitted.request).toBe(request);
  const [exact = 0] = await countHere([JSON.stringify(request.turns)], "o200k");
  expect(fitted.inputTokens).toBeGreaterThan(exact / 3);
  expect(fitted.inputTokens).toBeLessThan(exact * 3);
});

test("a model whose context is not known gets everything", async () => {
  const request = ask(500);
  expect((await fitContext(never, request, limits(null))).request).toBe(request);
});

test("near the limit it counts: what fits exactly stays whole", async () => {
  const request = ask(40);
  const { inputTokens } = await fitContext(counter, request, limits(8_000, 1_000));
  expect(inputTokens).toBeGreaterThan(3_000);
  const tight = await fitContext(counter, request, limits(inputTokens + 1_000, 1_000));
  expect(tight).toMatchObject({ messagesLeftOut: 0, inputTokens });
  expect((await fitContext(counter, request, limits(inputTokens + 999, 1_000))).messagesLeftOut).toBeGreaterThan(0);
});

test("what does not fit is left out and counted, and the answer keeps its room", async () => {
  const { request, messagesLeftOut, inputTokens, fits } = await fitContext(counter, ask(100), limits(4_000, 16_000));
  expect(messagesLeftOut).toBe(199 - request.turns.length);
  expect(request.turns.length).toBeLessThan(199);
  expect(fits).toBe(true);
  expect(inputTokens).toBeLessThanOrEqual(3_000);
  expect(request.outputTokensMax).toBe(4_000 - inputTokens);
});

test("an answer's limit is set only where it would not fit otherwise", async () => {
  const short = ask(10);
  expect((await fitContext(counter, short, limits(2_000, 500))).request.outputTokensMax).toBeNull();
  expect((await fitContext(counter, short, limits(2_000, null))).request.outputTokensMax).toBeNull();
  const asked = { ...short, outputTokensMax: 300 };
  expect((await fitContext(counter, asked, limits(2_000, 16_000))).request.outputTokensMax).toBe(300);
});

test("a message that is too long by itself is sent, and said not to fit", async () => {
  const request = createChatRequest({ turns: [textTurn({ role: "user", text: "word ".repeat(5_000) })] });
  const fitted = await fitContext(counter, request, limits(2_000, 500));
  expect(fitted).toMatchObject({ messagesLeftOut: 0, fits: false });
  expect(fitted.request.turns).toEqual(request.turns);
});

test("tools, the answer so far and images take room, too", async () => {
  const plain = ask(10);
  const cost = async (request: ChatRequest) => (await fitContext(counter, request, limits(3_000, 2_600))).inputTokens;
  const base = await cost(plain);
  const tool = { name: "look", description: "Looks. ".repeat(50), inputSchema: { type: "object" } };
  expect(await cost({ ...plain, tools: [tool] })).toBeGreaterThan(base + 50);
  expect(await cost({ ...plain, continues: [{ type: "text", text: "so far ".repeat(100) }] })).toBeGreaterThan(
    base + 100,
  );
  const image = { type: "image" as const, mediaType: "image/png" as const, base64: "A".repeat(1_000_000) };
  const seen = { ...plain, turns: [{ role: "user" as const, parts: [image] }] };
  expect((await fitContext(never, seen, limits(128_000))).inputTokens).toBeGreaterThan(2_000);
  expect((await fitContext(never, seen, limits(128_000))).inputTokens).toBeLessThan(4_000);
});

test("whatever is asked: the newest turn stays, and input and answer fit together", async () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 });
  const turns = fc.array(text, { minLength: 1, maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(turns, fc.integer({ min: 200, max: 4_000 }), async (texts, contextTokens) => {
      const said = texts.map((words, index) => textTurn({ role: index % 2 === 0 ? "user" : "assistant", text: words }));
      const request = createChatRequest({ turns: said });
      const fitted = await fitContext(counter, request, limits(contextTokens, 500));
      expect(fitted.request.turns.at(-1)).toEqual(request.turns.at(-1));
      if (!fitted.fits) return;
      const output = fitted.request.outputTokensMax ?? 500;
      if (fitted.inputTokens + output > contextTokens) expect(fitted.request.turns.length).toBeLessThanOrEqual(2);
      const again = await fitContext(counter, fitted.request, limits(contextTokens, 500));
      expect(again.request).toEqual(fitted.request);
    }),
    { numRuns: 60 },
  );
});
