import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TRIM_STAMP } from "./installed-state.mjs";
import { packagesOfTools } from "./packages-of-tools.mjs";

// What a production install brings and nothing here loads; why, and what each part weighs: docs/decisions/0010.
const UNUSED_FILE = /\.map$|\.d\.[cm]?ts$|\.md$|\.flow$|\.tsbuildinfo$/i;
const KEPT_FILE = /licen[cs]e|notice|copying/i;
// Next looks for them before it builds, and would install them anew.
const KEPT_FOLDER = /^(typescript|@types\/(node|react))\//;
const UNUSED_PATHS = [
  /^node\/node_modules\/node-[\w-]+\/(include|share|lib)$/,
  /^@prisma\/client\/runtime\/query_compiler_(?!fast_bg\.postgresql)[\w.-]+$/,
  /^(openai|@anthropic-ai\/sdk)\/src$/,
  /^lucide-react\/dist\/(cjs|umd)$/,
  /^next\/dist\/docs$/,
];

/**
 * Removes from a production install what nothing loads, once; about half of it. Safe to repeat, and to break off.
 * @param {string} root
 * @param {import("./progress.mjs").Progress} progress
 */
export function trim(root, progress) {
  if (existsSync(join(root, TRIM_STAMP))) return;
  const step = progress.begin("Removing what only development needs");
  for (const path of packagesOfTools(readPackages(root))) rmSync(join(root, path), { recursive: true, force: true });
  sweep(join(root, "node_modules"), "");
  writeFileSync(join(root, TRIM_STAMP), `${JSON.stringify({ trimmedAt: new Date().toISOString() })}\n`);
  step.done("Removed what only development needs");
}

function readPackages(root) {
  return JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
}

function sweep(base, relative) {
  for (const entry of readdirSync(join(base, relative), { withFileTypes: true })) {
    const path = relative ? `${relative}/${entry.name}` : entry.name;
    if (isUnused(path, entry)) rmSync(join(base, path), { recursive: true, force: true });
    else if (entry.isDirectory()) sweep(base, path);
  }
}

/**
 * Whether the trim removes this path of `node_modules`.
 * @param {string} path
 * @param {{ name: string, isFile: () => boolean }} entry
 */
export function isUnused(path, entry) {
  if (UNUSED_PATHS.some((pattern) => pattern.test(path))) return true;
  return entry.isFile() && UNUSED_FILE.test(entry.name) && !KEPT_FILE.test(entry.name) && !KEPT_FOLDER.test(path);
}
