import { z } from "zod";
import type { Progress } from "#scripts/install/progress.mjs";

/** What Next says at its start; the launcher has said it already. */
const BANNER =
  /^\s*$|^▲ Next\.js|^\s*- (Local|Network|Environments?|Experiments)|^\s*✓ (Starting|Ready in|Running next\.config)/;
const COLOURS: Record<string, number> = { web: 36, realtime: 35, workers: 34 };
const WIDTH = 8;
/** As our logger numbers them. */
const LEVELS: Record<number, string> = { 20: "debug ", 30: "", 40: "warning ", 50: "error ", 60: "fatal " };

const logLineSchema = z.object({
  level: z.number(),
  msg: z.string(),
  error: z.object({ message: z.string() }).optional(),
});

/** Shows a line of a process: with its name and for a person on a terminal, as it is (JSON stays JSON) elsewhere. */
export function printProcessLine(progress: Progress, name: string, line: string): void {
  if (BANNER.test(line)) return;
  if (!process.stdout.isTTY) return progress.line(line);
  const label = name.padEnd(WIDTH);
  const painted = process.env["NO_COLOR"] ? label : `\u001b[${COLOURS[name] ?? 37}m${label}\u001b[0m`;
  progress.line(`${painted} ${describe(line)}`);
}

function describe(line: string): string {
  if (!line.startsWith("{")) return line;
  try {
    const { level, msg, error } = logLineSchema.parse(JSON.parse(line));
    const cause = error && error.message !== msg ? `: ${error.message}` : "";
    return `${LEVELS[level] ?? ""}${msg}${cause}`;
  } catch {
    return line;
  }
}
