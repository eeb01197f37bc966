import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LocalServer } from "#inference/index.ts";
import { createLocalServerList } from "./local-server-list.ts";

const OLLAMA: LocalServer = { label: "Ollama", baseUrl: "http://127.0.0.1:11434/v1", modelNames: ["llama3"] };
const STUDIO: LocalServer = { label: "LM Studio", baseUrl: "http://127.0.0.1:1234/v1", modelNames: ["qwen"] };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function createList({ isEnabled = true } = {}) {
  const search = vi.fn(async (): Promise<LocalServer[]> => [OLLAMA, STUDIO]);
  return { search, list: createLocalServerList({ isEnabled, search, now: () => Date.now() }) };
}

test("names each server by what it is", async () => {
  const { list } = createList();
  expect((await list.list()).map(({ connectionId }) => connectionId)).toEqual(["local-ollama", "local-lm-studio"]);
  expect(await list.find("local-lm-studio")).toMatchObject(STUDIO);
  expect(await list.find("local-vllm")).toBeNull();
});

test("looks again only after some seconds", async () => {
  const { list, search } = createList();
  await list.list();
  await list.list();
  expect(search).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5_000);
  await list.list();
  expect(search).toHaveBeenCalledTimes(2);
});

test("looks once for all who ask at the same time", async () => {
  const { list, search } = createList();
  await Promise.all([list.list(), list.list(), list.find("local-vllm")]);
  expect(search).toHaveBeenCalledTimes(1);
});

test("a port that does not answer delays a list by 150 ms at most, and what was known stays", async () => {
  const { list, search } = createList();
  await list.list();
  const slow = Promise.withResolvers<LocalServer[]>();
  search.mockReturnValueOnce(slow.promise);
  vi.advanceTimersByTime(5_000);
  const listed = list.list();
  await vi.advanceTimersByTimeAsync(150);
  expect((await listed).map(({ label }) => label)).toEqual(["Ollama", "LM Studio"]);
  slow.resolve([STUDIO]);
  await vi.advanceTimersByTimeAsync(0);
  expect((await list.list()).map(({ label }) => label)).toEqual(["LM Studio"]);
});

test("a server that was never seen is looked for, however long that takes", async () => {
  const { list, search } = createList();
  const slow = Promise.withResolvers<LocalServer[]>();
  search.mockReturnValueOnce(slow.promise);
  const found = list.find("local-ollama");
  await vi.advanceTimersByTimeAsync(1_000);
  slow.resolve([OLLAMA]);
  expect(await found).toMatchObject(OLLAMA);
});

test("finds nothing and looks at nothing where discovery is off", async () => {
  const { list, search } = createList({ isEnabled: false });
  expect(await list.list()).toEqual([]);
  expect(await list.find("local-ollama")).toBeNull();
  expect(search).not.toHaveBeenCalled();
});
