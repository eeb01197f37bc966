import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import { streamPartSchema, type StreamPart } from "#contracts/stream-part.ts";
import { createChatModel, createChatRequest, cutToContinue, textTurn } from "#inference/index.ts";
import { connectSimulator } from "#inference/simulator/connect-simulator.ts";
import { startSimulator, type Simulator } from "#inference/simulator/start-simulator.ts";
import type { Tool } from "#server/ports/tool-source.ts";
import { answerWithTools } from "./answer-with-tools.ts";

const PROVIDERS = ["openai", "anthropic", "azure-openai", "google", "vertex", "openai-compatible"] as const;
const TOOLS: Tool[] = ["look", "count"].map((name) => ({
  name,
  description: `It can ${name}.`,
  inputSchema: { type: "object", properties: { place: { type: "number" } } },
  run: async (input) => `${name} ${JSON.stringify(input)}`,
}));

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

describe.each(PROVIDERS)("%s", (provider) => {
  async function answer(continues: readonly MessagePart[]): Promise<StreamPart[]> {
    const model = createChatModel(connectSimulator(simulator.url, provider), "sim-use-tools");
    const request = createChatRequest({ turns: [textTurn({ role: "user", text: "What is there?" })], continues });
    const needs = {
      ask: model.stream.bind(model),
      tools: new Map(TOOLS.map((tool) => [tool.name, tool])),
      logger: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
    };
    const parts: StreamPart[] = [];
    for await (const part of answerWithTools(needs, request, new AbortController().signal)) {
      parts.push(streamPartSchema.parse(part));
    }
    return parts;
  }
  const fold = (parts: readonly StreamPart[], before: readonly MessagePart[] = []) =>
    parts.reduce(foldStreamPart, before);

  test("calls tools in parallel, reads their results and says what they told", async () => {
    const parts = await answer([]);
    expect(fold(parts).map(({ type }) => type)).toEqual([
      "tool-call",
      "tool-call",
      "tool-result",
      "tool-result",
      "text",
    ]);
    const said = fold(parts).at(-1);
    expect(said).toMatchObject({
      text: expect.stringMatching(/told look \{"place":1\}\. .* told count \{"place":2\}\./),
    });
    expect(parts.at(-1)).toEqual({ type: "finish", reason: "stop" });
  });

  test("wherever its writer dies, another one comes to the same answer", async () => {
    const whole = (await answer([])).filter(({ type }) => type !== "response-start");
    const named = (parts: readonly MessagePart[]) => JSON.stringify(parts);
    for (let cut = 0; cut < whole.length; cut += 1) {
      const left = whole.slice(0, cut);
      const before = fold(left.slice(0, cutToContinue(left)));
      const rest = await answer(before);
      expect(rest.at(-1)).toEqual({ type: "finish", reason: "stop" });
      // Gemini names no calls: those that are made anew have other names.
      expect(named(fold(rest, before)).replaceAll(/call[\w-]*/g, "")).toBe(
        named(fold(whole)).replaceAll(/call[\w-]*/g, ""),
      );
    }
  });
});
