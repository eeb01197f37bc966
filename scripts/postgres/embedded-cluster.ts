import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { endWithUs } from "#scripts/processes/end-with-us.ts";
import { openDataFolder } from "./data-folder-path.ts";
import { initialiseCluster } from "./initialise-cluster.ts";
import { findPostgresBinaries } from "./postgres-binaries.ts";
import { findPostgresIdentity } from "./postgres-identity.ts";

/** A killed server's last processes leave its shared memory within moments; so long a new one tries again. */
const SHARED_MEMORY_WAIT_MS = 10_000;

/** A PostgreSQL server of ours. `stop` waits until it is down; an immediate stop loses nothing that was committed. */
export type EmbeddedCluster = {
  url: (database: string) => string;
  stop: (mode?: "fast" | "immediate") => Promise<void>;
  /** Resolves when the server is down, whoever stopped it. */
  exited: Promise<void>;
  /** Where the programs run from when the packages' own place was closed to the database's user. */
  copiedTo: string | null;
};

export type EmbeddedClusterOptions = {
  folder: string;
  port: number;
  flags?: readonly string[];
  /** Asked of every connection; without it the server trusts this machine. Counts when the cluster is made. */
  password?: string;
  onLogLine?: (line: string) => void;
  /** A folder with bin/ and lib/ of another PostgreSQL than the packages' own. */
  binaries?: string;
};

/**
 * Initialises the cluster in `folder` when it is new, starts it on 127.0.0.1 and waits until it answers. It stops by
 * itself when this process is gone. As root it runs as another user.
 */
export async function startEmbeddedCluster(options: EmbeddedClusterOptions): Promise<EmbeddedCluster> {
  const identity = findPostgresIdentity();
  const given = options.binaries;
  const binaries = given ? { folder: given, wasCopied: false } : await findPostgresBinaries(identity);
  const bin = join(binaries.folder, "bin");
  if (!existsSync(join(options.folder, "PG_VERSION"))) await initialiseCluster({ bin, identity, ...options });
  const data = await openDataFolder(options.folder, identity);
  const flags = ["-D", data.path, "-p", String(options.port), ...FIXED_FLAGS, ...(options.flags ?? [])];
  const start = () =>
    spawn(join(bin, "postgres"), flags, {
      ...identity,
      env: given ? { ...process.env, LD_LIBRARY_PATH: join(given, "lib") } : process.env,
      stdio: ["ignore", "ignore", "pipe", data.descriptor],
      cwd: "/",
      detached: true,
    });
  const { server, exited } = await startPatiently(start, options.onLogLine ?? (() => undefined));
  const endWatch = endWithUs(server.pid ?? 0, "database");
  const down = exited.then(() => {
    endWatch();
    data.close();
  });
  const login = options.password === undefined ? "postgres" : `postgres:${encodeURIComponent(options.password)}`;
  return {
    url: (database) => `postgres://${login}@127.0.0.1:${options.port}/${database}`,
    exited: down,
    copiedTo: binaries.wasCopied ? binaries.folder : null,
    stop: async (mode = "fast") => {
      server.kill(mode === "fast" ? "SIGINT" : "SIGQUIT");
      await down;
    },
  };
}

const FIXED_FLAGS = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];

type Started = { server: ChildProcess; exited: Promise<void> };

async function startPatiently(start: () => ChildProcess, onLogLine: (line: string) => void): Promise<Started> {
  for (const end = Date.now() + SHARED_MEMORY_WAIT_MS; ; await wait(250)) {
    const server = start();
    const exited = new Promise<void>((resolve) => server.once("close", () => resolve()));
    const output = await readUntilReady(server, onLogLine);
    if (output === null) return { server, exited };
    const isMemoryInUse = output.includes("pre-existing shared memory block");
    if (!isMemoryInUse || Date.now() > end) throw new Error(`PostgreSQL did not start: ${output.trim()}`);
  }
}

/** Null once the server accepts connections, else everything that it said before it ended. */
async function readUntilReady(server: ChildProcess, onLogLine: (line: string) => void): Promise<string | null> {
  return new Promise((resolve) => {
    let output = "";
    let isReady = false;
    server.stderr?.on("data", (chunk: Buffer) => {
      if (isReady) return chunk.toString().split("\n").filter(Boolean).forEach(onLogLine);
      output = (output + chunk.toString()).slice(-4_000);
      isReady = output.includes("database system is ready to accept connections");
      if (isReady) resolve(null);
    });
    server.once("error", (error) => resolve(error.message));
    server.once("close", () => resolve(output));
  });
}
