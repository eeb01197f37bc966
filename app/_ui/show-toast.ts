/** A short notice at the edge of the page; `action` repairs or undoes what it tells of. */
export type ToastRequest = {
  text: string;
  tone?: "plain" | "danger";
  action?: { label: string; onSelect: () => void };
};

const waiting: ToastRequest[] = [];
const listeners = new Set<() => void>();

/** Shows a notice. What draws it is fetched with the first one. */
export function showToast(request: ToastRequest): void {
  waiting.push(request);
  for (const listener of listeners) listener();
}

/** Takes the notices that are not shown yet. */
export function takeToasts(): ToastRequest[] {
  return waiting.splice(0);
}

/** Calls `listener` on each new notice until the returned function is called. */
export function onToast(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
