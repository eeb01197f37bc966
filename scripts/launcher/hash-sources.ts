import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

const FOLDERS = ["app", "contracts", "server", "inference", "public", "prisma"];
const FILES = [
  "package-lock.json",
  "package.json",
  "tsconfig.json",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
];

/** A hash of everything that the built pages are made from, tests aside: equal means that no build is needed. */
export async function hashSources(root: string): Promise<string> {
  const inside = await Promise.all(FOLDERS.map((folder) => listFiles(root, folder)));
  const paths = [...inside.flat(), ...FILES].toSorted();
  const contents = await Promise.all(paths.map((path) => readFile(join(root, path)).catch(() => null)));
  const hash = createHash("sha256").update(process.versions.node);
  for (const [index, path] of paths.entries()) {
    const content = contents[index];
    if (content) hash.update(`\0${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
