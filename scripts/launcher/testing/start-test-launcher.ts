import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findFreePort } from "../find-free-port.ts";

export type TestFolder = { root: string; dataFolder: string; port: number; remove: () => Promise<void> };

export type TestLauncher = {
  child: ChildProcess;
  output: () => string;
  /** Resolves when it printed the address; rejects with its output when it ended instead. */
  ready: Promise<void>;
  /** The exit code, null after a signal. */
  exited: Promise<number | null>;
};

/** A project's folder, a data folder and a port of their own. */
export async function makeTestFolder(): Promise<TestFolder> {
  const root = await mkdtemp(join(tmpdir(), "polylogue-launcher-"));
  const remove = () => rm(root, { recursive: true, force: true });
  return { root, dataFolder: join(root, "data"), port: await findFreePort(), remove };
}

/** Starts the launcher with stand-ins for its processes, as a user's shell would. */
export function startTestLauncher(
  folder: TestFolder,
  variables: Record<string, string> = {},
  flags: readonly string[] = [],
): TestLauncher {
  const child = spawn(process.execPath, [join(import.meta.dirname, "stand-in-main.ts"), folder.root, ...flags], {
    env: {
      NODE_ENV: "test",
      PATH: process.env["PATH"],
      PORT: String(folder.port),
      DATA_FOLDER: folder.dataFolder,
      ...variables,
    },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  const ready = Promise.withResolvers<void>();
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
    if (output.includes("Polylogue is ready")) ready.resolve();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
  void exited.then(() => ready.reject(new Error(`The launcher ended: ${output}`)));
  ready.promise.catch(() => undefined);
  return { child, output: () => output, ready: ready.promise, exited };
}

/** Waits until `holds`, asking often; throws with `what` after the limit. */
export async function waitUntil(
  what: string,
  holds: () => boolean | Promise<boolean>,
  limitMs = 10_000,
): Promise<void> {
  for (const end = Date.now() + limitMs; Date.now() < end; await wait(25)) if (await holds()) return;
  throw new Error(`Not within ${limitMs} ms: ${what}`);
}
