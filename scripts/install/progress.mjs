/** @import { Progress, ProgressOptions } from "./progress.mjs" */

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 120;
/** Without a terminal a long step says that it still goes on this often. */
const REMINDER_MS = 20_000;

/**
 * Says what is going on: a line that moves on a terminal, plain lines elsewhere.
 * @param {ProgressOptions} [options]
 * @returns {Progress}
 */
export function createProgress(options = {}) {
  const write = options.write ?? ((text) => process.stdout.write(text));
  const isTerminal = options.isTerminal ?? (process.stdout.isTTY && process.env.TERM !== "dumb");
  const paint =
    isTerminal && !process.env.NO_COLOR ? (code, text) => `\u001b[${code}m${text}\u001b[0m` : (_, text) => text;
  const running = new Set();
  let frame = 0;
  let timer = null;

  const clear = () => (isTerminal && running.size > 0 ? write("\r\u001b[2K") : undefined);
  const draw = () => {
    if (!isTerminal || running.size === 0) return;
    const labels = [...running].map((step) => `${step.label} ${paint(2, seconds(step.startedAt))}`).join("  ");
    write(`\r\u001b[2K${paint(36, FRAMES[frame++ % FRAMES.length])} ${labels}`);
  };
  const remind = () => {
    for (const step of running) {
      if (Date.now() - step.remindedAt < REMINDER_MS) continue;
      step.remindedAt = Date.now();
      write(`… ${step.label} (${seconds(step.startedAt)})\n`);
    }
  };
  const line = (text) => {
    clear();
    write(`${text}\n`);
    draw();
  };
  const begin = (label) => {
    const step = { label, startedAt: Date.now(), remindedAt: Date.now() };
    running.add(step);
    if (isTerminal) draw();
    else write(`… ${label}\n`);
    timer ??= setInterval(isTerminal ? draw : remind, isTerminal ? FRAME_MS : 1_000);
    timer.unref();
    const end = (mark, text) => {
      if (!running.has(step)) return;
      clear();
      running.delete(step);
      write(`${mark} ${text} ${paint(2, `(${seconds(step.startedAt)})`)}\n`);
      if (running.size === 0) {
        clearInterval(timer);
        timer = null;
      }
      draw();
    };
    return { done: (text = label) => end(paint(32, "✓"), text), fail: (text = label) => end(paint(31, "✗"), text) };
  };
  return { begin, line, warn: (text) => line(`${paint(33, "!")} ${text}`), strong: (text) => paint(1, text) };
}

function seconds(startedAt) {
  const elapsed = (Date.now() - startedAt) / 1_000;
  return elapsed < 10 ? `${elapsed.toFixed(1)} s` : `${Math.round(elapsed)} s`;
}
