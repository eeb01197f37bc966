import { expect, test } from "vitest";
import { loadGrammar, readLanguage } from "./languages.ts";

test.each([
  ["ts", { name: "TypeScript", extension: "ts", grammar: "typescript" }],
  ["TSX title=app.tsx", { name: "TSX", extension: "tsx", grammar: "typescript" }],
  ["py", { name: "Python", extension: "py", grammar: "python" }],
  ["c++", { name: "C++", extension: "cpp", grammar: "cpp" }],
  ["html", { name: "HTML", extension: "html", grammar: "xml" }],
  ["toml", { name: "TOML", extension: "toml", grammar: "ini" }],
  ["brainfuck", { name: "brainfuck", extension: "txt", grammar: null }],
  ["constructor", { name: "constructor", extension: "txt", grammar: null }],
])("%s is %o", async (info, language) => {
  expect(readLanguage(info)).toEqual(language);
  if (language.grammar !== null) expect((await loadGrammar(language.grammar)).default).toBeTypeOf("function");
});

test.each(["", "  ", "text", "plaintext"])("%j names none", (info) => {
  expect(readLanguage(info)).toBeNull();
});
