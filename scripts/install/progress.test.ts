import { expect, test } from "vitest";
import { createProgress } from "./progress.mjs";

function record(isTerminal: boolean) {
  let output = "";
  const progress = createProgress({ isTerminal, write: (text) => (output += text) });
  return { progress, output: () => output };
}

test("without a terminal each thing is a plain line of its own", () => {
  const { progress, output } = record(false);
  const step = progress.begin("Building");
  progress.warn("careful");
  step.done("Built");
  progress.line("end");
  expect(output()).toMatch(/^… Building\n! careful\n✓ Built \(\d\.\d s\)\nend\n$/);
  expect(output()).not.toContain("\u001b");
});

test("on a terminal a running step is one line that other lines do not tear", () => {
  const { progress, output } = record(true);
  const step = progress.begin("Building");
  progress.line("other");
  step.done("Built");
  expect(output()).toContain("\r\u001b[2Kother\n");
  expect(output().split("\r\u001b[2K").at(-1)).toMatch(/✓.* Built .*\n$/);
});

test("a step ends once", () => {
  const { progress, output } = record(false);
  const step = progress.begin("Building");
  step.fail("Broken");
  step.done("Built");
  expect(output()).not.toContain("Built");
});
