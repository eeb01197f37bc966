/** An answer as models write them, the same every time: headings, prose, lists, code, tables and formulas. */
export function writeLongMarkdown(length: number): string {
  let answer = "";
  for (let section = 1; answer.length < length; section++) answer += makeSection(section);
  return answer.slice(0, length);
}

function makeSection(section: number): string {
  const code = Array.from(
    { length: 6 + (section % 4) * 9 },
    (_, line) => `  const value${line} = await read(${line}, "x");`,
  );
  const rows = Array.from(
    { length: 4 + (section % 5) },
    (_, row) => `| name ${row} | ${row * 1_250} | some **words** |`,
  );
  return [
    `## Section ${section}: what it does`,
    "",
    `This paragraph has **bold words**, \`code\`, a [link](https://example.com/${section}) and the formula $a_${section}^2 + b^2$,`,
    "and it is as long as paragraphs of an answer are, with a second sentence that says why. It ends here.",
    "",
    "- The first point, with *emphasis* and a reason for it",
    "- The second point\n  - which has a nested one",
    "- The third point, `inline()` again",
    "",
    "```ts",
    `export async function section${section}(read: Reader): Promise<void> {`,
    ...code,
    "}",
    "```",
    "",
    ...(section % 3 === 0 ? ["| name | count | note |", "|---|--:|---|", ...rows, ""] : []),
    ...(section % 4 === 0 ? ["$$", `\\sum_{i=1}^{${section}} i = \\frac{n(n+1)}{2}`, "$$", ""] : []),
    "1. Do this first.\n2. Then do that.\n3. Look at what happened.",
    "",
    "",
  ].join("\n");
}
