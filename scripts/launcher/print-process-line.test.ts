import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { printProcessLine } from "./print-process-line.ts";

let lines: string[] = [];

beforeEach(() => {
  lines = [];
  vi.stubEnv("NO_COLOR", "1");
});

afterEach(() => {
  vi.unstubAllEnvs();
  Reflect.deleteProperty(process.stdout, "isTTY");
});

function print(line: string, isTerminal: boolean): void {
  Object.defineProperty(process.stdout, "isTTY", { value: isTerminal, configurable: true });
  const say = (text = "") => void lines.push(text);
  printProcessLine(
    { line: say, warn: say, strong: (text) => text, begin: () => ({ done: say, fail: say }) },
    "web",
    line,
  );
}

const LOGGED = '{"level":40,"time":1,"process":"web","error":{"message":"it broke"},"msg":"no answer"}';

test("without a terminal a log line stays the JSON that it is", () => {
  print(LOGGED, false);
  expect(lines).toEqual([LOGGED]);
});

test("on a terminal a log line is words, with the process before it", () => {
  print(LOGGED, true);
  print("plain words", true);
  expect(lines).toEqual(["web      warning no answer: it broke", "web      plain words"]);
});

test("Next's banner is not repeated", () => {
  for (const line of ["▲ Next.js 16.4.6", "- Local: http://127.0.0.1:1", "✓ Ready in 90ms", ""]) print(line, false);
  expect(lines).toEqual([]);
});
