import type { Progress } from "#scripts/install/progress.mjs";

/** What Next says at its start; the launcher has said it already. */
const BANNER =
  /^\s*$|^▲ Next\.js|^\s*- (Local|Network|Environments?|Experiments)|^\s*✓ (Starting|Ready in|Running next\.config)/;
const COLOURS: Record<string, number> = { web: 36, realtime: 35, workers: 34 };
const WIDTH = 8;

/** Shows a line of a process: with its name before it on a terminal, as it is (JSON stays JSON) elsewhere. */
export function printProcessLine(progress: Progress, name: string, line: string): void {
  if (BANNER.test(line)) return;
  if (!process.stdout.isTTY) return progress.line(line);
  const label = name.padEnd(WIDTH);
  const painted = process.env["NO_COLOR"] ? label : `\u001b[${COLOURS[name] ?? 37}m${label}\u001b[0m`;
  progress.line(`${painted} ${line}`);
}
