import type { Progress } from "./progress.mjs";

/** Removes from a production install what nothing loads, once. Safe to repeat, and to break off. */
export function trim(root: string, progress: Progress): void;

/** Whether the trim removes this path of `node_modules`. */
export function isUnused(path: string, entry: { name: string; isFile: () => boolean }): boolean;
