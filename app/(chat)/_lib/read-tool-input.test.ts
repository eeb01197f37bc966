import { expect, test } from "vitest";
import { readToolInput } from "./read-tool-input.ts";

test.each([
  ['{"expression":"1 +\\n 2"}', { short: "1 + 2", long: "1 +\n 2" }],
  ['{"from":"Berlin","to":"Rome"}', { short: "Berlin, Rome", long: '{\n  "from": "Berlin",\n  "to": "Rome"\n}' }],
  ['{"count":3}', { short: "3", long: '{\n  "count": 3\n}' }],
  ["[1,2]", { short: "[1,2]", long: "[\n  1,\n  2\n]" }],
  ["{}", { short: "", long: "" }],
  ["", { short: "", long: "" }],
  ['{"expression":"1 +', { short: "", long: "" }],
])("%s", (inputText, shown) => {
  expect(readToolInput(inputText)).toEqual(shown);
});
