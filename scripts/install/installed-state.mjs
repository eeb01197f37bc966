import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Written by the trim after it finished; a fresh `npm ci` removes it with everything else. */
export const TRIM_STAMP = "node_modules/.polylogue-trimmed.json";

/**
 * What `node_modules` holds, judged by npm's own record of its last complete run against the lock file:
 * "full" (with the tools of development), "production", or "none" when a package is missing or another version.
 * @param {string} root
 * @returns {"full" | "production" | "none"}
 */
export function installedState(root) {
  const wanted = readPackages(join(root, "package-lock.json"));
  const present = readPackages(join(root, "node_modules/.package-lock.json"));
  if (!wanted || !present || !existsSync(join(root, "node_modules/next/package.json"))) return "none";
  const required = Object.entries(wanted).filter(
    ([path, entry]) => path !== "" && !entry.optional && !entry.devOptional,
  );
  const isPresent = ([path, entry]) => present[path]?.version === entry.version;
  if (!required.filter(([, entry]) => !entry.dev).every(isPresent)) return "none";
  const isFull = required.filter(([, entry]) => entry.dev).every(isPresent) && !existsSync(join(root, TRIM_STAMP));
  return isFull ? "full" : "production";
}

function readPackages(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
