import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { cutEverywhere } from "./cut-everywhere.ts";
import { fuzzStream } from "./fuzz-stream.ts";
import { parseOptions } from "./parse-options.ts";

const HANGS_AFTER_MS = 20_000;
const TELL_EACH = 50_000;
/** More than this is kept of what was read: memory leaks. */
const GROWTH_MAX_BYTES = 64 * 1024 * 1024;

const { streams, seed, cuts } = parseOptions(process.argv.slice(2));
const startedAt = performance.now();
const ends = new Map<string, number>();
let [done, bytes, slowestMs, progressAt] = [0, 0, 0, performance.now()];

const watch = setInterval(() => {
  if (performance.now() - progressAt > HANGS_AFTER_MS) fail(`Stream ${seed + done} hangs.`);
}, 1_000);

const heapBefore = await heapAfterWarmUp();
for (; done < streams; done += 1) {
  const began = performance.now();
  const stream = await fuzzStream(seed + done);
  slowestMs = Math.max(slowestMs, performance.now() - began);
  progressAt = performance.now();
  bytes += stream.bytes;
  ends.set(`${stream.wire} ${stream.end}`, (ends.get(`${stream.wire} ${stream.end}`) ?? 0) + 1);
  if ((done + 1) % TELL_EACH === 0) console.log(`${done + 1} streams`);
}
const grownBytes = readHeap() - heapBefore;
if (cuts) {
  progressAt = Infinity;
  console.log(`${await cutEverywhere()} cuts, every answer whole in the end`);
}
clearInterval(watch);
console.table(Object.fromEntries([...ends].toSorted(([a], [b]) => a.localeCompare(b))));
const seconds = (performance.now() - startedAt) / 1000;
console.log(
  `${done} streams of ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(0)} s, the slowest ${slowestMs.toFixed(0)} ms; ` +
    `the heap grew by ${(grownBytes / 1e6).toFixed(1)} MB. No promise was broken.`,
);
if (grownBytes > GROWTH_MAX_BYTES) fail("Memory leaks.");

/** The heap once what is made only once was made. */
async function heapAfterWarmUp(): Promise<number> {
  for (let warmUp = 0; warmUp < 500; warmUp += 1) await fuzzStream(warmUp);
  return readHeap();
}

function readHeap(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  return process.memoryUsage().heapUsed;
}

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
