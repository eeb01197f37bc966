import { spawn, type ChildProcess } from "node:child_process";
import { chown, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDataFolder } from "./data-folder-path.ts";
import type { PostgresIdentity } from "./postgres-identity.ts";

export type NewCluster = { bin: string; identity: PostgresIdentity; folder: string; password?: string };

/**
 * Makes the files of a new cluster in `folder`, with `postgres` as its one role; only 127.0.0.1 may connect. All or
 * nothing: the folder appears when it is complete.
 */
export async function initialiseCluster({ bin, identity, folder, password }: NewCluster): Promise<void> {
  const half = `${folder}.new`;
  await rm(half, { recursive: true, force: true });
  const data = await openDataFolder(half, identity);
  const args = ["--pgdata", data.path, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"];
  const passwordFolder = await mkdtemp(join(tmpdir(), "polylogue-"));
  if (password !== undefined) args.push(`--pwfile=${await writePassword(passwordFolder, password, identity)}`);
  const initdb = spawn(join(bin, "initdb"), [...args, "--no-instructions"], {
    ...identity,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe", data.descriptor],
  });
  const complaint = await finish(initdb);
  await rm(passwordFolder, { recursive: true, force: true });
  data.close();
  if (complaint !== null) throw new Error(`PostgreSQL could not make its files in ${folder}: ${complaint}`);
  const method = password === undefined ? "trust" : "scram-sha-256";
  await writeFile(join(half, "pg_hba.conf"), `host all all 127.0.0.1/32 ${method}\n`);
  await rename(half, folder);
}

/** For the one user that runs the database to read, in a folder that is gone a second later. */
async function writePassword(folder: string, password: string, identity: PostgresIdentity): Promise<string> {
  const file = join(folder, "password");
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  if (identity) await Promise.all([folder, file].map((path) => chown(path, identity.uid, identity.gid)));
  return file;
}

/** Null when it went well, else what the program said. */
async function finish(initdb: ChildProcess): Promise<string | null> {
  let output = "";
  initdb.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    initdb.once("error", (error) => resolve(error.message));
    initdb.once("close", (code) => resolve(code === 0 ? null : output.trim()));
  });
}
