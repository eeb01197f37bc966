import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Inside the build's folder, so that it goes where the build goes. */
export const STAMP = ".next/polylogue-build";

/** The hash of the sources that the built pages were made from; null where none are built. */
export async function findBuiltSources(root: string): Promise<string | null> {
  return readFile(join(root, STAMP), "utf8").catch(() => null);
}
