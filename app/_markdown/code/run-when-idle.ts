type Task = () => boolean;

const tasks: Task[] = [];
let isScheduled = false;

/** Longest piece of work between two frames. */
const SLICE_MS = 6;

/**
 * Runs a task in pieces while the page has nothing better to do: it is called again for as long as it returns true.
 * Returns a function that takes it back.
 */
export function runWhenIdle(task: Task): () => void {
  tasks.push(task);
  schedule();
  return () => {
    const index = tasks.indexOf(task);
    if (index >= 0) tasks.splice(index, 1);
  };
}

function schedule(): void {
  if (isScheduled || tasks.length === 0) return;
  isScheduled = true;
  // Safari has no requestIdleCallback.
  if (typeof requestIdleCallback === "function") requestIdleCallback(runSlice, { timeout: 300 });
  else setTimeout(runSlice, 16);
}

function runSlice(): void {
  isScheduled = false;
  const end = performance.now() + SLICE_MS;
  while (performance.now() < end) {
    const task = tasks.shift();
    if (task === undefined) return;
    if (task()) tasks.push(task);
  }
  schedule();
}
