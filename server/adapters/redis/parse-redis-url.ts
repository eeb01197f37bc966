/** One server's place. */
export type RedisNode = { host: string; port: number };

/** What REDIS_URL says. */
export type RedisAddress = {
  kind: "single" | "cluster";
  /** One for a single server; for a cluster as many as are known, and one is enough to find the others. */
  nodes: RedisNode[];
  username: string | undefined;
  password: string | undefined;
  /** Always 0 in a cluster, which has no other. */
  database: number;
  isEncrypted: boolean;
};

const FORM =
  /^redis(?<tls>s)?(?<cluster>-cluster)?:\/\/(?:(?<username>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<places>[^@/?#]+)(?:\/(?<database>\d*))?$/;
const PLACE = /^(?<host>\[[\da-fA-F:.]+\]|[^:[\]\s]+)(?::(?<port>\d{1,5}))?$/;
const USUAL_PORT = 6_379;

/**
 * Reads `redis://[user:password@]host[:port][/database]`, with `rediss://` for an encrypted connection, and
 * `redis-cluster://[user:password@]host[:port],host[:port]…`, with `rediss-cluster://`. Throws an Error that never repeats the
 * address, which may hold a password.
 */
export function parseRedisUrl(url: string): RedisAddress {
  const parts = FORM.exec(url)?.groups;
  if (!parts) throw new Error("REDIS_URL is not the address of a Redis server or cluster.");
  const kind = parts["cluster"] ? "cluster" : "single";
  const nodes = (parts["places"] ?? "").split(",").map(parsePlace);
  const database = Number(parts["database"] ?? 0);
  if (kind === "single" && nodes.length > 1) throw new Error("REDIS_URL names several servers: redis-cluster:// does.");
  if (kind === "cluster" && database !== 0) throw new Error("REDIS_URL names a database, and a cluster has only one.");
  return {
    kind,
    nodes,
    username: decode(parts["username"]),
    password: decode(parts["password"]),
    database,
    isEncrypted: parts["tls"] !== undefined,
  };
}

function parsePlace(text: string): RedisNode {
  const place = PLACE.exec(text)?.groups;
  const port = Number(place?.["port"] ?? USUAL_PORT);
  if (!place?.["host"] || port < 1 || port > 65_535) throw new Error("REDIS_URL names a server that cannot be one.");
  return { host: place["host"].replace(/^\[|\]$/g, ""), port };
}

function decode(text: string | undefined): string | undefined {
  return text ? decodeURIComponent(text) : undefined;
}
