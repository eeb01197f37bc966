import { expect, test, vi } from "vitest";
import { TOOL_OUTPUT_LENGTH_MAX } from "#contracts/tool-output-length.ts";
import { AppError } from "#server/errors.ts";
import type { Tool } from "#server/ports/tool-source.ts";
import { findTools } from "./find-tools.ts";
import { runTool } from "./run-tool.ts";

const make = (name: string, run: Tool["run"]): Tool => ({
  name,
  description: "",
  inputSchema: { type: "object" },
  run,
});
const call = (toolName: string, inputText = "{}") => ({
  type: "tool-call" as const,
  toolCallId: "1",
  toolName,
  inputText,
});
const stay = new AbortController().signal;

function start(...tools: Tool[]) {
  const logger = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const needs = { tools: findTools([{ list: () => tools }], null), logger };
  return { logger, needs, run: (given = call("look"), signal = stay) => runTool(needs, given, signal) };
}

test("a tool gets what the model wrote, and the model what the tool says", async () => {
  const tool = vi.fn(async () => "42");
  expect(await start(make("look", tool)).run(call("look", '{"at": 1}'))).toEqual({ output: "42", isError: false });
  expect(tool).toHaveBeenCalledWith({ at: 1 }, expect.any(AbortSignal));
});

test("no input at all is an empty one", async () => {
  const tool = vi.fn(async () => "42");
  await start(make("look", tool)).run(call("look", " "));
  expect(tool).toHaveBeenCalledWith({}, expect.any(AbortSignal));
});

test.each(['{"at":', "[1]", "1", "null", '"text"', `{"a":"${"a".repeat(60_000)}"}`])(
  "an input that is no object, such as %.20s, never reaches the tool",
  async (inputText) => {
    const tool = vi.fn(async () => "42");
    const outcome = await start(make("look", tool)).run(call("look", inputText));
    expect(outcome).toEqual({ output: expect.stringContaining("not a JSON object"), isError: true });
    expect(tool).not.toHaveBeenCalled();
  },
);

test("a tool that there is not is said so, with those that there are", async () => {
  const outcome = await start(make("look", async () => "")).run(call("constructor"));
  expect(outcome).toEqual({ output: "There is no tool of this name. There are: look.", isError: true });
});

test("a refusal is told in its words; a fault is logged and not told", async () => {
  const refuses = make("look", async () => Promise.reject(new AppError("invalid-input", { userMessage: "Not so." })));
  expect(await start(refuses).run()).toEqual({ output: "Not so.", isError: true });
  const { run, logger } = start(make("look", async () => Promise.reject(new Error("secret of the server"))));
  expect(await run()).toEqual({ output: "The tool failed.", isError: true });
  expect(logger.error).toHaveBeenCalledOnce();
});

test("a result is bounded and can be stored", async () => {
  const long = await start(make("look", async () => "😀".repeat(TOOL_OUTPUT_LENGTH_MAX))).run();
  expect(long.output.length).toBeLessThanOrEqual(TOOL_OUTPUT_LENGTH_MAX);
  expect(long.output.isWellFormed()).toBe(true);
  expect(long.output).toMatch(/characters; the rest is left out\]$/);
  expect((await start(make("look", async () => "a\0b\ud800")).run()).output).toBe("ab\ufffd");
  expect((await start(make("look", async () => "")).run()).output).not.toBe("");
});

test("a tool that never ends is stopped, and so is one that nobody waits for any more", async () => {
  const signals: AbortSignal[] = [];
  const hangs = make("look", (_input, signal) => {
    signals.push(signal);
    return new Promise(() => null);
  });
  const { needs, run, logger } = start(hangs);
  const outcome = await runTool({ ...needs, timeoutMs: 1 }, call("look"), stay);
  expect(outcome).toEqual({ output: "The tool took too long and was stopped.", isError: true });
  const leaving = new AbortController();
  const left = run(call("look"), leaving.signal);
  leaving.abort();
  expect((await left).isError).toBe(true);
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
  expect(logger.error).not.toHaveBeenCalled();
});

test("a model may call what its list allows, and of two tools with one name the first source's", async () => {
  const [one, two, other] = [
    make("look", async () => "one"),
    make("look", async () => "two"),
    make("count", async () => "3"),
  ];
  const sources = [{ list: () => [one] }, { list: () => [two, other] }];
  expect([...findTools(sources, null).keys()]).toEqual(["look", "count"]);
  expect(findTools(sources, null).get("look")).toBe(one);
  expect([...findTools(sources, ["count", "unknown"]).keys()]).toEqual(["count"]);
  expect(findTools(sources, []).size).toBe(0);
});
