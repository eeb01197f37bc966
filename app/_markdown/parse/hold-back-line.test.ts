import { expect, test } from "vitest";
import { holdBackLine } from "./hold-back-line.ts";

test.each([
  "-",
  "- ",
  "1",
  "1.",
  "12. ",
  "#",
  "## ",
  ">",
  "> - ",
  "``",
  "```",
  "---",
  "===",
  "**",
  "$$",
  "\\[",
  "- [",
  "- [ ]",
])("a last line of %s waits for what it becomes", (line) => {
  expect(holdBackLine(`Text\n${line}`)).toBe("Text\n");
});

test.each(["- a", "1. b", "# Title", "> quote", "```js", "2024 was", "**bold", "a"])("%s is shown", (line) => {
  expect(holdBackLine(`Text\n${line}`)).toBe(`Text\n${line}`);
});

test("a table appears with its head complete", () => {
  expect(holdBackLine("Text\n\n| a | b")).toBe("Text\n\n");
  expect(holdBackLine("Text\n\n| a | b |\n")).toBe("Text\n\n");
  expect(holdBackLine("Text\n\n| a | b |\n|--")).toBe("Text\n\n");
  expect(holdBackLine("| a | b |\n|---|---|\n")).toBe("| a | b |\n|---|---|\n");
  expect(holdBackLine("| a | b |\n|---|---|\n| 1 ")).toBe("| a | b |\n|---|---|\n| 1 ");
});

test("a finished line is never held back", () => {
  expect(holdBackLine("- a\n-\n")).toBe("- a\n-\n");
});
