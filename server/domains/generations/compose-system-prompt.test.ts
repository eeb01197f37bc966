import { expect, test } from "vitest";
import { composeSystemPrompt } from "./compose-system-prompt.ts";

const now = new Date("2026-11-23T20:00:00Z");

test("without instructions of the person it says how answers are shown and what day it is", () => {
  const prompt = composeSystemPrompt("  \n", now);
  expect(prompt).toContain("Markdown");
  expect(prompt).toContain("2026-11-23");
  expect(prompt).not.toContain("asks you to keep");
});

test("the person's own instructions stand at the end, whole", () => {
  expect(composeSystemPrompt(" Call me Ada.\nBe brief. ", now).endsWith("in mind:\n\nCall me Ada.\nBe brief.")).toBe(
    true,
  );
});

test("it is the same all day, so that providers can keep it", () => {
  expect(composeSystemPrompt("x", now)).toBe(composeSystemPrompt("x", new Date("2026-11-23T23:59:59Z")));
});
