import type { findLocalServers, LocalServer } from "#inference/index.ts";

/** A server found on this machine, usable under its `connectionId` without being stored. */
type FoundServer = LocalServer & { connectionId: string };

/** The model servers of this machine, kept for some seconds. Neither method throws. */
export type LocalServerList = {
  /** What is there, as known a few seconds ago; waits at most `LIST_WAIT_MS` for a new look. */
  list(): Promise<FoundServer[]>;
  /** The server of a connection id. One that was never seen is looked for once more, however long that takes. */
  find(connectionId: string): Promise<FoundServer | null>;
};

type Options = { isEnabled: boolean; search: typeof findLocalServers; now: () => number };

const FRESH_MS = 5_000;
/** A list of models never waits longer than this for a port of this machine that does not answer. */
const LIST_WAIT_MS = 150;

/** Looks at nothing before it is first asked; not `isEnabled`, it never finds anything. */
export function createLocalServerList({ isEnabled, search, now }: Options): LocalServerList {
  let known: FoundServer[] = [];
  let lookedAt = -Infinity;
  let looking: Promise<void> | null = null;

  const look = (): Promise<void> =>
    (looking ??= search(new AbortController().signal)
      .then((servers) => {
        known = servers.map((server) => ({ ...server, connectionId: toConnectionId(server.label) }));
        lookedAt = now();
      })
      .finally(() => {
        looking = null;
      }));

  return {
    async list() {
      if (isEnabled && now() - lookedAt >= FRESH_MS) await atMost(LIST_WAIT_MS, look());
      return known;
    },
    async find(connectionId) {
      const isWanted = (server: FoundServer) => server.connectionId === connectionId;
      if (isEnabled && !known.some(isWanted)) await look();
      return known.find(isWanted) ?? null;
    },
  };
}

/** "LM Studio" becomes `local-lm-studio`; a stored connection's id is a UUID, so the two never meet. */
function toConnectionId(label: string): string {
  return `local-${label.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([work, promise]);
  clearTimeout(timer);
}
