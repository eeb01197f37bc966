import type { Random } from "./random.ts";
import type { Topic } from "./topic.ts";

/** How much each kind of answer holds, and how often it comes. Most answers are short, a few very long. */
const KINDS = [
  { share: 0.3, blocks: 1 },
  { share: 0.4, blocks: 3 },
  { share: 0.25, blocks: 6 },
  { share: 0.05, blocks: 20 },
];

/** An answer in Markdown about the topic, with what the topic offers of lists, tables, code and formulas. */
export function writeAnswer(random: Random, topic: Topic): string {
  const blocks = [writeParagraph(random, topic)];
  const count = pickLength(random);
  if (count >= 6) blocks.push(`## ${topic.heading}`);
  const kinds = [writeParagraph, writeList, writeParagraph, writeTable, writeCode, writeFormula];
  while (blocks.length < count) blocks.push(random.pick(kinds)(random, topic));
  return blocks.join("\n\n");
}

function pickLength(random: Random): number {
  let left = random.next();
  for (const { share, blocks } of KINDS) {
    left -= share;
    if (left < 0) return blocks;
  }
  return 1;
}

function writeParagraph(random: Random, { sentences }: Topic): string {
  const chosen = new Set(Array.from({ length: random.integer(1, 4) }, () => random.pick(sentences)));
  const text = [...chosen].join(" ");
  return random.isLucky(0.15) ? `> ${text}` : text;
}

function writeList(random: Random, { points }: Topic): string {
  const isNumbered = random.isLucky(0.4);
  const isStrong = random.isLucky(0.3);
  return points
    .map((point, index) => `${isNumbered ? `${index + 1}.` : "-"} ${isStrong && index === 0 ? `**${point}**` : point}`)
    .join("\n");
}

function writeTable(random: Random, topic: Topic): string {
  if (!topic.table) return writeList(random, topic);
  const { head, rows } = topic.table;
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function writeCode(random: Random, topic: Topic): string {
  if (!topic.code) return writeParagraph(random, topic);
  return `\`\`\`${topic.code.language}\n${topic.code.text}\n\`\`\``;
}

function writeFormula(random: Random, topic: Topic): string {
  return topic.formula ? `$$\n${topic.formula}\n$$` : writeParagraph(random, topic);
}
