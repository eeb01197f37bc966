import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Bench, Measurement } from "#scripts/bench/bench.ts";
import { findFreePort } from "#scripts/launcher/find-free-port.ts";

const ROUNDS_OF_SECOND_START = 3;
const FIRST_START_GOAL_S = 180;
const SECOND_START_GOAL_S = 10;
const SIZE_GOAL_MB = 700;

/** What a person with a bare machine waits for and gives room to. */
export const bench: Bench = {
  description: "A fresh clone's first `npm start`, its next ones, and what it leaves on the disk (no reference)",
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), "polylogue-start-"));
    try {
      return await measure(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measure(folder: string): Promise<Measurement[]> {
  const clone = join(folder, "clone");
  await mkdir(clone);
  const root = join(import.meta.dirname, "..");
  const archive = execFileSync("git", ["archive", "HEAD"], { cwd: root, maxBuffer: 1024 ** 3 });
  execFileSync("tar", ["-x", "-C", clone], { input: archive });
  const firstSeconds = await timeStart(clone);
  const sizeMb = Number(execFileSync("du", ["-sm", clone], { encoding: "utf8" }).split("\t")[0]);
  const secondSeconds: number[] = [];
  for (let round = 0; round < ROUNDS_OF_SECOND_START; round++) secondSeconds.push(await timeStart(clone));
  const median = secondSeconds.toSorted((left, right) => left - right)[Math.floor(ROUNDS_OF_SECOND_START / 2)] ?? 0;
  return [
    { figure: "first start", value: firstSeconds, unit: "s", goal: { of: "value", atMost: FIRST_START_GOAL_S } },
    { figure: "second start", value: median, unit: "s", goal: { of: "value", atMost: SECOND_START_GOAL_S } },
    { figure: "size on the disk", value: sizeMb, unit: "MB", goal: { of: "value", atMost: SIZE_GOAL_MB } },
  ];
}

/** Seconds from the command to the served sign-in page; the instance is stopped again. */
async function timeStart(clone: string): Promise<number> {
  const port = await findFreePort();
  const startedAt = performance.now();
  const npm = spawn("npm", ["start"], {
    cwd: clone,
    env: { ...bareEnvironment(), PORT: String(port) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const exited = once(npm, "exit");
  const lock = join(clone, ".data/instance.json");
  try {
    await Promise.race([untilServed(`http://127.0.0.1:${port}/`, npm), exited]);
    if (npm.exitCode !== null) throw new Error("npm start ended before it served a page.");
    return (performance.now() - startedAt) / 1_000;
  } finally {
    npm.kill("SIGTERM");
    await exited;
    // npm does not wait for what it started.
    while (existsSync(lock)) await wait(50);
  }
}

/** As in a shell of its own: nothing of the npm and the Node that run this bench. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const own = (process.env["PATH"] ?? "").split(delimiter).filter((path) => !path.includes("node_modules"));
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_|^NODE|^PATH$|^INIT_CWD$/i.test(name));
  // The system's Node may be nowhere else on this machine than where it runs us.
  const path = [...own, dirname(process.execPath)].join(delimiter);
  return { ...Object.fromEntries(kept), NODE_ENV: "production", PATH: path };
}

async function untilServed(url: string, npm: ChildProcess): Promise<void> {
  while (npm.exitCode === null) {
    const response = await fetch(url).catch(() => null);
    await response?.body?.cancel();
    if (response !== null && response.status < 400) return;
    await wait(50);
  }
}
