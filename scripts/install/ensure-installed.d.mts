import type { Progress } from "./progress.mjs";

/**
 * Makes `node_modules` what the lock file says, and says so. Nothing happens where it already is. A full install
 * is never made smaller. Throws Refusal.
 */
export function ensureInstalled(options: { root: string; withTools: boolean; progress: Progress }): Promise<void>;
