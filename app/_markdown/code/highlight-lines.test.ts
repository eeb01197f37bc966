import { expect, test, vi } from "vitest";
import { createHighlight } from "./create-highlight.ts";
import { type ColouredCode, type Highlight, highlightLines, NOT_COLOURED } from "./highlight-lines.ts";

const SAMPLES: Record<string, string> = {
  typescript: "const a = `x\n  ${b}\n`; // c\n/* one\n   two */\nclass A extends B {\n  #p: string = 'q';\n}",
  python: 'def f(a):\n    """doc\n    more\n    """\n    return a # c\n@dec\nclass A(B):\n    x: int = 1',
  xml: "<style>\n.a { color: red }\n.b { color: blue }\n</style>\n<script>\nconst a = 1;\n</script>\n<p class='x'>t</p>",
  json: '{\n  "a": [1, true],\n  "b": { "c": null }\n}',
  bash: 'cat <<EOF\ntext $x\nEOF\nfor i in $(ls); do\n  echo "$i"\ndone',
  sql: "select *\nfrom a -- b\nwhere c = 'd';",
};

test.each(Object.entries(SAMPLES))(
  "%s: lines coloured as they arrive look as if coloured at once",
  async (grammar, code) => {
    const highlight = await createHighlight(grammar);
    const lines = code.split("\n");
    let state = NOT_COLOURED;
    for (let count = 1; count <= lines.length; count++) {
      state = highlightLines(state, { lines: lines.slice(0, count), isOpen: true }, highlight);
    }
    expect(finish(state, lines, highlight).lines).toEqual(highlight(code)?.lines);
  },
);

test("a finished line is never coloured again", async () => {
  const highlight = vi.fn(await createHighlight("typescript"));
  const lines = Array.from({ length: 400 }, (_, index) => `const a${index} = f("${index}"); // c`);
  let state = NOT_COLOURED;
  for (let count = 1; count <= lines.length; count++) {
    const next = highlightLines(state, { lines: lines.slice(0, count), isOpen: true }, highlight);
    for (const [index, line] of state.lines.slice(0, state.finishedCount).entries())
      expect(next.lines[index]).toBe(line);
    state = next;
  }
  finish(state, lines, highlight);
  const coloured = highlight.mock.calls.reduce((sum, [code]) => sum + code.split("\n").length, 0);
  expect(coloured).toBe(lines.length);
});

test("a long construct is carried on by the line that opened it, with bounded work", async () => {
  const highlight = vi.fn(await createHighlight("python"));
  const lines = ['a = """', ...Array.from({ length: 500 }, () => "text"), '"""', "b = 1"];
  const state = finish(NOT_COLOURED, lines, highlight);
  expect(state.lines[400]).toEqual([{ text: "text", scope: "hljs-string" }]);
  expect(state.lines.at(-1)).toContainEqual({ text: "1", scope: "hljs-number" });
  const coloured = highlight.mock.calls.reduce((sum, [code]) => sum + code.split("\n").length, 0);
  expect(coloured).toBeLessThan(10 * lines.length);
});

test("a line beyond all measure ends the colours, never the text", async () => {
  const highlight = await createHighlight("json");
  const state = finish(NOT_COLOURED, ["{", "1".repeat(100_000), "}"], highlight);
  expect(state).toMatchObject({ lines: [], isGivenUp: true });
});

function finish(start: ColouredCode, lines: readonly string[], highlight: Highlight): ColouredCode {
  let state = start;
  for (;;) {
    const next = highlightLines(state, { lines, isOpen: false }, highlight);
    if (next === state) return state;
    state = next;
  }
}
