import { expect, it } from "vitest";
import { scoreCommand } from "./score-command.ts";

const score = (typed: string, ...words: string[]) => scoreCommand("id", typed, words);

it("finds what begins like the typed text first, then what has a word that does, then what contains it", () => {
  const [begins, wordBegins, contains] = [
    score("co", "Cover letter"),
    score("le", "Cover letter"),
    score("ett", "Cover letter"),
  ];
  expect(begins).toBeGreaterThan(wordBegins);
  expect(wordBegins).toBeGreaterThan(contains);
  expect(contains).toBeGreaterThan(0);
});

it("does not pick letters from all over", () => {
  expect(score("cover", "A regular expression for semantic versions")).toBe(0);
});

it("asks for every typed word, in any order, also among the further words", () => {
  expect(score("letter cover", "Cover letter")).toBeGreaterThan(0);
  expect(score("settings acc", "Account", "Settings")).toBeGreaterThan(0);
  expect(score("cover note", "Cover letter")).toBe(0);
});

it("takes no notice of case and marks", () => {
  expect(score("ubersetzung", "Übersetzung: Datenschutzerklärung")).toBe(1);
});
