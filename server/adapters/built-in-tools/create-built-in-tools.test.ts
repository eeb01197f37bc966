import { expect, test } from "vitest";
import { AppError } from "#server/errors.ts";
import { describeToolSource } from "#server/ports/tool-source.contract.ts";
import { createBuiltInTools } from "./create-built-in-tools.ts";

const create = () => createBuiltInTools({ now: () => new Date("2026-11-24T23:05:09.120Z") });

describeToolSource(create);

function run(name: string, input: unknown): Promise<string> {
  const tool = create()
    .list()
    .find((candidate) => candidate.name === name);
  if (!tool) throw new Error(`no tool ${name}`);
  return tool.run(input, new AbortController().signal);
}

test("the calculator calculates", async () => {
  expect(await run("calculator", { expression: "1234.5 * (1 + 19%)" })).toBe("1469.055");
});

test("what is wrong with an input is said by its field", async () => {
  await expect(run("calculator", { expression: 12 })).rejects.toThrow(/expression: .*string/);
  await expect(run("calculator", { expression: "1 +" })).rejects.toThrow(AppError);
});

test.each([
  ["Europe/Berlin", "Wednesday, 25 November 2026, 00:05:09 in Europe/Berlin (UTC+01:00)"],
  ["Asia/Kolkata", "Wednesday, 25 November 2026, 04:35:09 in Asia/Kolkata (UTC+05:30)"],
  ["America/St_Johns", "Tuesday, 24 November 2026, 19:35:09 in America/St_Johns (UTC-03:30)"],
  ["UTC", "Tuesday, 24 November 2026, 23:05:09 in UTC (UTC+00:00)"],
])("the time in %s", async (timeZone, words) => {
  expect(await run("current_time", { time_zone: timeZone })).toBe(`${words}. As ISO 8601: 2026-11-24T23:05:09Z`);
});

test("without a zone it is told in UTC, and a zone that there is not is refused", async () => {
  expect(await run("current_time", {})).toContain("in UTC");
  await expect(run("current_time", { time_zone: "Mars/Olympus" })).rejects.toThrow(/no such time zone/);
});
