import { performance } from "node:perf_hooks";
import { advanceDocument, type MarkdownDocument } from "#app/_markdown/parse/advance-document.ts";
import { createEnv } from "#app/_markdown/parse/markdown-env.ts";
import { markdownParser } from "#app/_markdown/parse/markdown-parser.ts";
import type { Bench, Measurement } from "#scripts/bench/bench.ts";
import { writeLongMarkdown } from "#inference/simulator/write-long-markdown.ts";
import { measureInBrowser } from "./markdown/measure-in-browser.ts";

const SIZES_KB = [5, 20, 40, 100];
/** What a model sends at once: about a token. */
const TOKEN_LENGTH = 5;
const ROUNDS = 5;
/** The reference is measured at this many places of the answer and summed up over all of them. */
const REFERENCE_SAMPLES = 120;

type Round = { oursMs: number; referenceMs: number; updatesMs: number[] };

/** Streaming Markdown: the work of parsing an answer that arrives token by token, and what the page makes of it. */
export const bench: Bench = {
  description:
    "parsing a streamed answer, against parsing all of it again with every token; 100 KB in real Chromium at 4x throttle",
  run: async () => {
    measureRound(writeLongMarkdown(20_000));
    return [...SIZES_KB.flatMap((size) => measureSize(size)), ...(await measureInBrowser())];
  },
};

function measureSize(sizeKb: number): Measurement[] {
  const answer = writeLongMarkdown(sizeKb * 1_000);
  const rounds = Array.from({ length: ROUNDS }, () => measureRound(answer));
  const ours = median(rounds.map(({ oursMs }) => oursMs));
  const reference = median(rounds.map(({ referenceMs }) => referenceMs));
  // The same update of every round: its median leaves out what the machine did besides.
  const updates = rounds[0]?.updatesMs.map((_, index) => median(rounds.map(({ updatesMs }) => updatesMs[index] ?? 0)));
  return [
    {
      figure: `parse work, ${sizeKb} KB`,
      value: ours,
      unit: "ms",
      reference,
      // An answer of one screen has hardly anything behind its last block that could be saved.
      goal: sizeKb < 20 ? null : { of: "ratio", atMost: 1 / 50 },
    },
    {
      figure: `worst update, ${sizeKb} KB`,
      value: Math.max(...(updates ?? [])),
      unit: "ms",
      goal: { of: "value", atMost: 4 },
    },
  ];
}

/** Ours and the reference in turn, a piece of the answer each, so that both see the same machine. */
function measureRound(answer: string): Round {
  const updateCount = Math.ceil(answer.length / TOKEN_LENGTH);
  const sampleEvery = Math.max(1, Math.floor(updateCount / REFERENCE_SAMPLES));
  const updatesMs: number[] = [];
  const samplesMs: number[] = [];
  let document: MarkdownDocument | null = null;
  for (let update = 1; update <= updateCount; update++) {
    const source = answer.slice(0, update * TOKEN_LENGTH);
    const start = performance.now();
    document = advanceDocument(document, source, true);
    updatesMs.push(performance.now() - start);
    if (update % sampleEvery === 0) samplesMs.push(timeFullParse(source));
  }
  const sampledMs = samplesMs.reduce((sum, sample) => sum + sample, 0);
  return {
    oursMs: updatesMs.reduce((sum, update) => sum + update, 0),
    referenceMs: (sampledMs / samplesMs.length) * updateCount,
    updatesMs,
  };
}

function timeFullParse(source: string): number {
  const start = performance.now();
  markdownParser.parse(
    source,
    createEnv({ references: new Map(), isOpen: false, missed: new Set(), inlines: new Map() }),
  );
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
