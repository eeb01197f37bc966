import { Cluster, Redis } from "ioredis";
import type { Logger } from "#server/ports/logger.ts";
import { logOutages } from "./log-outages.ts";
import { parseRedisUrl, type RedisAddress, type RedisNode } from "./parse-redis-url.ts";

/**
 * No command waits longer than this for its answer, whatever became of the server: a cluster replaces a lost
 * master in 2 to 3 seconds, and who asked meanwhile is told and may ask again.
 */
export const COMMAND_LIMIT_MS = 2_000;

/** How soon a cluster's new master is known. */
const LOOK_FOR_MASTERS_EVERY_MS = 500;

const RECONNECT_AFTER_MS_MIN = 50;
const RECONNECT_AFTER_MS_MAX = 2_000;

/** What talks to Redis; one server and a cluster take the same commands, as long as a command's keys share a hash tag. */
export type RedisClient = Redis | Cluster;

/** A way to Redis, whichever shape it has. */
export type RedisConnection = {
  /** Connects at the first command. Each rejects after `COMMAND_LIMIT_MS` at the latest. */
  client: RedisClient;
  /** Whether the last attempt to connect failed: then asking only means to wait. Trying goes on by itself. */
  isAway: () => boolean;
  /** A connection to one server of the cluster, or to the only one, for subscriptions: it does not come back by itself. */
  openNode: (node: RedisNode) => Redis;
  /** The servers that REDIS_URL names. */
  nodes: readonly RedisNode[];
  logger: Logger;
  /** Ends every client that was opened; what still waits is rejected. Can be called twice. */
  close: () => Promise<void>;
};

/** A way to the Redis of `url` (see `parseRedisUrl` for its forms, and what it throws). Outages are logged once each. */
export function createRedis(url: string, logger: Logger): RedisConnection {
  const address = parseRedisUrl(url);
  const opened = new Set<RedisClient>();
  const outages = logOutages(logger);

  function track<Client extends RedisClient>(client: Client): Client {
    opened.add(client);
    client.once("end", () => opened.delete(client));
    outages.watch(client);
    return client;
  }

  const client = track(createClient(address));
  const stopLooking = client instanceof Cluster ? lookForMasters(client) : () => {};
  return {
    client,
    isAway: () => outages.isFailing(client),
    openNode: ({ host, port }) => track(new Redis({ ...toOptions(address), host, port, retryStrategy: () => null })),
    nodes: address.nodes,
    logger,
    close: async () => {
      stopLooking();
      opened.forEach((one) => one.disconnect());
    },
  };
}

/** The library's own interval outlives a client that is closed while it looks, and keeps a process that has nothing else to do alive for ever. */
function lookForMasters(cluster: Cluster): () => void {
  const timer = setInterval(() => {
    const isOpen = cluster.status !== "wait" && cluster.status !== "end";
    // What keeps it from looking is told by the commands that fail.
    if (isOpen) cluster.refreshSlotsCache(() => {});
  }, LOOK_FOR_MASTERS_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function createClient(address: RedisAddress): RedisClient {
  const options = toOptions(address);
  const [node] = address.nodes;
  if (address.kind === "single" && node) {
    const { host, port } = node;
    return new Redis({ ...options, host, port, retryStrategy: pauseBeforeRetry });
  }
  return new LimitedCluster(address.nodes, {
    redisOptions: options,
    lazyConnect: true,
    clusterRetryStrategy: pauseBeforeRetry,
    // Looked after by lookForMasters.
    slotsRefreshInterval: 0,
    retryDelayOnFailover: 50,
    // Time is what limits a command; while a master is being replaced it is sent around every 50 ms.
    maxRedirections: 1_000,
    // A certificate speaks of a name, not of the number behind it.
    ...(address.isEncrypted && { dnsLookup: (name, callback) => callback(null, name) }),
  });
}

/** A cluster sets a command's limit only once it knows a server for it, and may know none. */
class LimitedCluster extends Cluster {
  override sendCommand(...[command, ...rest]: Parameters<Cluster["sendCommand"]>): unknown {
    command.setTimeout(COMMAND_LIMIT_MS);
    return super.sendCommand(command, ...rest);
  }
}

function toOptions({ username, password, database, isEncrypted }: RedisAddress) {
  return {
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(isEncrypted && { tls: {} }),
    db: database,
    connectionName: "polylogue",
    disableClientInfo: true,
    connectTimeout: COMMAND_LIMIT_MS,
    commandTimeout: COMMAND_LIMIT_MS,
    // A server that says nothing at all is away, although its machine holds the connection.
    socketTimeout: COMMAND_LIMIT_MS,
    lazyConnect: true,
    // Time is what limits a command, not how often the connection broke meanwhile.
    maxRetriesPerRequest: null,
    // Who subscribes does it again by itself, and learns then that it may have missed something.
    autoResubscribe: false,
  };
}

/** Doubles from one attempt to the next, and half of it is chance, so that not all processes come back at the same moment. */
function pauseBeforeRetry(attempt: number): number {
  const pauseMs = Math.min(RECONNECT_AFTER_MS_MIN * 2 ** Math.min(attempt, 10), RECONNECT_AFTER_MS_MAX);
  return pauseMs * (0.5 + Math.random() / 2);
}
