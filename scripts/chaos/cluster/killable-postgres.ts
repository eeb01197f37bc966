import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startEmbeddedCluster, type EmbeddedCluster } from "#scripts/postgres/embedded-cluster.ts";
import { freePort } from "#scripts/testing/free-port.ts";
import { runSql } from "#scripts/testing/run-sql.ts";
import { migrate } from "#server/adapters/postgres/migrate.ts";

const DATABASE = "chaos";

/** Little memory, but every commit on the disk: what is acknowledged must outlive a kill. */
const FLAGS = ["shared_buffers=32MB", "max_connections=120", "min_wal_size=32MB", "max_wal_size=256MB", "jit=off"];

/** A PostgreSQL of the run's own that is killed and comes back on the same files and port. */
export class KillablePostgres {
  readonly url: string;
  readonly #folder: string;
  readonly #port: number;
  #server: EmbeddedCluster;
  #struck: Promise<void> = Promise.resolve();

  static async start(folder: string): Promise<KillablePostgres> {
    const port = await freePort();
    const server = await run(folder, port);
    await runSql(server.url("postgres"), `create database ${DATABASE}`);
    await migrate(server.url(DATABASE), join(import.meta.dirname, "../../../prisma/migrations"));
    return new KillablePostgres(folder, port, server);
  }

  private constructor(folder: string, port: number, server: EmbeddedCluster) {
    this.#folder = folder;
    this.#port = port;
    this.#server = server;
    this.url = server.url(DATABASE);
  }

  /** Ends it without a checkpoint, by its own immediate shutdown or by SIGKILL, and starts it again. Resolves when it answers. */
  strike(how: "immediate" | "kill"): Promise<void> {
    // One after the other: what is not up yet cannot be struck down.
    this.#struck = this.#struck.then(() => this.#strike(how));
    return this.#struck;
  }

  async stop(): Promise<void> {
    await this.#server.stop("immediate");
  }

  async #strike(how: "immediate" | "kill"): Promise<void> {
    if (how === "immediate") await this.#server.stop("immediate");
    else {
      const [pid = ""] = (await readFile(join(this.#folder, "postmaster.pid"), "utf8")).split("\n");
      process.kill(Number(pid), "SIGKILL");
      await this.#server.exited;
    }
    this.#server = await run(this.#folder, this.#port);
  }
}

async function run(folder: string, port: number): Promise<EmbeddedCluster> {
  return startEmbeddedCluster({ folder, port, flags: FLAGS.flatMap((flag) => ["-c", flag]) });
}
