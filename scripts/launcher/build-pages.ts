import { spawn } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "#scripts/install/refusal.mjs";
import type { Progress } from "#scripts/install/progress.mjs";
import { endWithUs } from "#scripts/processes/end-with-us.ts";
import { killGroup } from "#scripts/processes/kill-group.ts";
import { findBuiltSources, STAMP } from "./find-built-sources.ts";
import { hashSources } from "./hash-sources.ts";

export type BuildOptions = {
  root: string;
  variables: Record<string, string | undefined>;
  progress: Progress;
  signal: AbortSignal;
};

/** Builds the pages when their sources changed since the last build here. Throws Refusal with the end of the output, and the signal's reason when it is aborted. */
export async function buildPages({ root, variables, progress, signal }: BuildOptions): Promise<void> {
  const wanted = await hashSources(root);
  const built = await findBuiltSources(root);
  if (built === wanted) return;
  const step = progress.begin(built === null ? "Building the pages, about a minute" : "Building the changed pages");
  await rm(join(root, STAMP), { force: true });
  const output = await runBuild(root, variables, signal);
  if (signal.aborted) step.fail("Stopped building the pages");
  signal.throwIfAborted();
  if (output !== null) {
    step.fail("The pages could not be built");
    progress.line(output);
    throw new Refusal("The pages could not be built: correct what the lines above name, then start again.");
  }
  // The cache of the build is many times its size, and a build without it takes a minute.
  await rm(join(root, ".next/cache"), { recursive: true, force: true });
  await writeFile(join(root, STAMP), wanted);
  step.done("Built the pages");
}

/** Null when it went well, else the end of what it said. */
async function runBuild(
  root: string,
  variables: BuildOptions["variables"],
  signal: AbortSignal,
): Promise<string | null> {
  const next = join(root, "node_modules/next/dist/bin/next");
  const build = spawn(process.execPath, [next, "build"], {
    cwd: root,
    env: { ...variables, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const endWatch = build.pid === undefined ? () => undefined : endWithUs(build.pid, "group");
  const stop = () => killGroup(build);
  signal.addEventListener("abort", stop, { once: true });
  // Asked to stop while the sources were read: nobody will say it again.
  if (signal.aborted) stop();
  let output = "";
  const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-8_000));
  build.stdout?.on("data", keep);
  build.stderr?.on("data", keep);
  return new Promise<string | null>((resolve) => {
    build.once("error", (error) => resolve(error.message));
    build.once("close", (code) => resolve(code === 0 ? null : output.trim()));
  }).finally(() => {
    signal.removeEventListener("abort", stop);
    endWatch();
  });
}
