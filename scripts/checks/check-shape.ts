import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { findShapeFaults, type ShapeTree } from "./shape-rules.ts";

const ROOT = join(import.meta.dirname, "../..");
const SKIPPED = new Set(["node_modules", ".git", ".next", ".data", ".cache", "generated", "look", "test-results"]);

/** Reads the tree's source files as `path -> text`, paths relative to the root with forward slashes. */
async function readTree(folder: string, prefix = ""): Promise<ShapeTree> {
  const tree: ShapeTree = new Map();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = prefix + entry.name;
    if (SKIPPED.has(entry.name)) continue;
    if (entry.isDirectory()) {
      for (const [inner, text] of await readTree(join(folder, entry.name), `${path}/`)) tree.set(inner, text);
    } else if (/\.(ts|tsx|mjs|css)$/.test(entry.name)) {
      tree.set(path, await readFile(join(folder, entry.name), "utf8"));
    }
  }
  return tree;
}

const tree = await readTree(ROOT);
const faults = findShapeFaults(tree);
for (const fault of faults) console.error(fault);
console.log(`shape: ${tree.size} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 || tree.size === 0 ? 1 : 0;
