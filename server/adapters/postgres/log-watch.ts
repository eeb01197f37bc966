import type { Pool } from "pg";
import type { Cursor } from "#contracts/socket-frames.ts";
import type { LogKey } from "#server/ports/generation-log.ts";

/** How soon a reader hears of what another process wrote; its own process wakes it at once. */
const LOOK_EVERY_MS = 100;

const LOOK = `select g.user_id as "userId", g.id, g.log_epoch as epoch, g.seq, g.status
  from unnest($1::uuid[], $2::uuid[]) as i (user_id, id)
  join generations g on g.user_id = i.user_id and g.id = i.id`;

type Place = Cursor & { userId: string; id: string; status: string };
type Waiting = { key: LogKey; cursor: Cursor; wake: () => void };

/** The states of a generation whose log may still grow. */
export const UNDER_WAY: ReadonlySet<string> = new Set(["queued", "running"]);

/** Waits for news of logs, for all readers of a process together. */
export type LogWatch = {
  /** Resolves when the log is at another place than `cursor`, has ended, cannot be looked at, or `signal` aborts. Never rejects. */
  wait: (key: LogKey, cursor: Cursor, signal: AbortSignal) => Promise<void>;
  /** Ends the waiting for this generation at once. */
  wake: (generationId: string) => void;
};

/**
 * One statement every 100 ms asks for all who wait, over indexed rows and without their parts: a thousand readers of quiet
 * logs cost what one does. Asks nothing while nobody waits.
 */
export function createLogWatch(pool: Pick<Pool, "query">): LogWatch {
  const waiting = new Map<string, Set<Waiting>>();
  let isLooking = false;

  async function keepLooking(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    while (waiting.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      await look([...waiting.values()].flatMap((readers) => [...readers]));
    }
    isLooking = false;
  }

  async function look(readers: readonly Waiting[]): Promise<void> {
    try {
      const values = [readers.map(({ key }) => key.userId), readers.map(({ key }) => key.generationId)];
      const { rows } = await pool.query<Place>({ name: "generation-log.look", text: LOOK, values });
      const places = new Map(rows.map((place) => [`${place.userId} ${place.id}`, place]));
      for (const { key, cursor, wake } of readers) {
        if (isNews(places.get(`${key.userId} ${key.generationId}`), cursor)) wake();
      }
    } catch {
      // Each reads for itself then, and says what stands in the way.
      for (const { wake } of readers) wake();
    }
  }

  function add(reader: Waiting): void {
    const { generationId } = reader.key;
    waiting.set(generationId, (waiting.get(generationId) ?? new Set()).add(reader));
    void keepLooking();
  }

  function remove(reader: Waiting): void {
    const { generationId } = reader.key;
    const readers = waiting.get(generationId);
    readers?.delete(reader);
    if (readers?.size === 0) waiting.delete(generationId);
  }

  return {
    wait: (key, cursor, signal) =>
      new Promise((resolve) => {
        const reader: Waiting = { key, cursor, wake };
        function wake(): void {
          signal.removeEventListener("abort", wake);
          remove(reader);
          resolve();
        }
        if (signal.aborted) return resolve();
        signal.addEventListener("abort", wake, { once: true });
        add(reader);
      }),
    wake(generationId) {
      for (const { wake } of waiting.get(generationId) ?? []) wake();
    },
  };
}

function isNews(place: Place | undefined, cursor: Cursor): boolean {
  if (!place) return false;
  return place.epoch !== cursor.epoch || place.seq > cursor.seq || !UNDER_WAY.has(place.status);
}
