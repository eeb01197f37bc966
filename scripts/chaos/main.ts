import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseOptions } from "./parse-options.ts";
import { describePlan } from "./plan/describe-plan.ts";
import { makePlan } from "./plan/make-plan.ts";
import { runChaos } from "./run-chaos.ts";

process.exitCode = await main(process.argv.slice(2));

/** Proves on a real cluster that no answer is ever lost: npm run chaos. */
async function main(words: readonly string[]): Promise<number> {
  const options = readOptions(words);
  if (!options) return 2;
  if (options.isPlanOnly) {
    console.log(describePlan(makePlan(options.firstSeed, options)));
    return 0;
  }
  const isBuilt = existsSync(join(import.meta.dirname, "../../.next/BUILD_ID"));
  if (options.hasWeb && !isBuilt) {
    console.error("There is no build for --web to run: npm run build makes one.");
    return 2;
  }
  return runChaos(options);
}

function readOptions(words: readonly string[]) {
  try {
    return parseOptions(words);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
}
