import { dirname } from "node:path";
import { createProgress } from "#scripts/install/progress.mjs";
import { Refusal } from "#scripts/install/refusal.mjs";
import { buildPages } from "./build-pages.ts";

// `npm run build`: the pages alone, where their sources changed.
const root = dirname(dirname(import.meta.dirname));
const progress = createProgress();
try {
  await buildPages({ root, variables: process.env, progress, signal: new AbortController().signal });
} catch (cause) {
  if (!(cause instanceof Refusal)) throw cause;
  console.error(cause.message);
  process.exitCode = 1;
}
