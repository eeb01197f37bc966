import type { Cursor } from "#contracts/socket-frames.ts";
import type { LogPage } from "#server/ports/generation-log.ts";
import type { Logger } from "#server/ports/logger.ts";

/** How late a page may come when the word that there is one was lost. */
const POLL_EVERY_MS = 250;

type Following = {
  read: (cursor: Cursor) => Promise<LogPage>;
  /** Calls the listener when there may be something new. */
  listen: (listener: () => void) => Promise<() => void>;
  logger: Logger;
  after: Cursor;
  signal: AbortSignal;
};

/** Yields the pages of a log as they come, until it is closed or `signal` aborts. An engine that is away is waited for. */
export async function* followLog({ read, listen, logger, after, signal }: Following): AsyncGenerator<LogPage> {
  let bell = Promise.withResolvers<void>();
  const ring = (): void => bell.resolve();
  const listening = listen(ring);
  // What came before it was subscribed is looked for then; where it cannot be, the poll alone brings what comes.
  listening.then(ring, ring);
  let cursor = after;
  let hasComplained = false;
  const complain = (error: unknown): null => {
    if (!hasComplained) logger.info({ error }, "a generation log cannot be read; it is tried again");
    hasComplained = true;
    return null;
  };
  try {
    while (!signal.aborted) {
      bell = Promise.withResolvers();
      const page = await read(cursor).catch(complain);
      if (page) hasComplained = false;
      if (signal.aborted) return;
      if (page && isNews(page, cursor)) {
        yield page;
        cursor = moveOn(cursor, page);
      }
      if (page?.isClosed) return;
      await waitFor(bell.promise, signal);
    }
  } finally {
    listening.then(
      (stop) => stop(),
      () => null,
    );
  }
}

/** A log of no epoch, or of one that is over, was lost with its engine and is about to be written anew. */
function isNews(page: LogPage, cursor: Cursor): boolean {
  if (page.epoch < cursor.epoch) return page.isClosed;
  return page.parts.length > 0 || page.epoch > cursor.epoch || page.isClosed;
}

function moveOn(cursor: Cursor, page: LogPage): Cursor {
  const last = page.parts.at(-1);
  return { epoch: page.epoch, seq: last?.seq ?? (page.epoch === cursor.epoch ? cursor.seq : 0) };
}

async function waitFor(bell: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, POLL_EVERY_MS);
  const leave = (): void => resolve();
  signal.addEventListener("abort", leave, { once: true });
  await Promise.race([bell, enough]);
  clearTimeout(timer);
  signal.removeEventListener("abort", leave);
}
