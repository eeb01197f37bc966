import { expect, test } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import { createChatModel } from "#inference/create-chat-model.ts";
import { createChatRequest } from "#inference/create-chat-request.ts";
import { createConnection } from "#inference/create-connection.ts";
import { textTurn } from "#inference/text-turn.ts";
import { askSimulator } from "#inference/simulator/ask-simulator.ts";

const ask = (text: string): Promise<StreamPart[]> =>
  askSimulator(null, {
    provider: "demo",
    modelName: "demo",
    request: { turns: [textTurn({ role: "user", text })] },
    options: { demoWordMs: 0 },
  });
const textOf = (parts: readonly StreamPart[]): string =>
  parts.map((part) => (part.type === "text-delta" ? part.text : "")).join("");

test("says in its first words that it is no language model, and how to connect one", async () => {
  const answer = textOf(await ask("What is the capital of France?"));
  expect(answer.indexOf("not a language model")).toBeGreaterThan(0);
  expect(answer.indexOf("not a language model")).toBeLessThan(400);
  expect(answer).toContain("**Settings**, then **Connections**");
  expect(answer).toContain("Ollama");
  expect(answer).toContain("*What is the capital of France?*");
});

test("shows headings, a list, a table, code and both kinds of formula", async () => {
  const answer = textOf(await ask("hello"));
  for (const sign of ["# Welcome", "## ", "- **Bold**", "| --- |", "```typescript", "$e^{i\\pi}", "\n$$\n"]) {
    expect(answer).toContain(sign);
  }
});

test.each([
  ["Show me some code", "```typescript", "| --- |"],
  ["a table please", "| --- |", "```"],
  ["Zeig mir bitte eine Formel", "$$", "| --- |"],
])("asked for %j it shows that and not the rest", async (prompt, shown, hidden) => {
  const answer = textOf(await ask(prompt));
  expect(answer).toContain(shown);
  expect(answer).not.toContain(hidden);
});

test("answers German in German and English in English", async () => {
  expect(textOf(await ask("Wie geht das hier und was kannst du?"))).toContain("kein Sprachmodell");
  expect(textOf(await ask("Die hard was a good film, they say"))).toContain("not a language model");
});

test("what a person wrote cannot become Markdown in its mouth", async () => {
  const answer = textOf(await ask("*** [click](javascript:alert(1)) <img src=x onerror=y> `code` $$x$$ | a |"));
  expect(answer).toContain("*click (javascript:alert(1)) img src x onerror y code x a*");
});

test("comes in small pieces and ends with a usage of nothing", async () => {
  const parts = await ask("hello");
  expect(parts.length).toBeGreaterThan(100);
  expect(parts.at(-2)).toMatchObject({ type: "usage", usage: { inputTokens: 0, outputTokens: 0 } });
  expect(parts.at(-1)).toEqual({ type: "finish", reason: "stop" });
});

test("an abort ends it at once and silently", async () => {
  const controller = new AbortController();
  const model = createChatModel(createConnection({ provider: "demo" }), "demo", { demoWordMs: 60_000 });
  const parts: StreamPart[] = [];
  for await (const part of model.stream(createChatRequest({}), controller.signal)) {
    parts.push(part);
    if (part.type === "text-delta") queueMicrotask(() => controller.abort());
  }
  expect(parts.map(({ type }) => type)).toEqual(["response-start", "text-delta"]);
});
