import { access, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createProgress } from "#scripts/install/progress.mjs";
import { Refusal } from "#scripts/install/refusal.mjs";
import { buildPages } from "./build-pages.ts";

let root: string;
let output: string;
let stopping: AbortController;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "polylogue-build-"));
  output = "";
  stopping = new AbortController();
});

afterEach(() => rm(root, { recursive: true, force: true }));

/** Puts a program of ours where Next's is. */
async function playNext(program: string): Promise<void> {
  const path = join(root, "node_modules/next/dist/bin/next");
  await mkdir(dirname(path), { recursive: true });
  await mkdir(join(root, ".next"));
  await writeFile(path, program);
}

async function build(): Promise<void> {
  const progress = createProgress({ write: (text) => (output += text), isTerminal: false });
  return buildPages({ root, variables: {}, progress, signal: stopping.signal });
}

test("pages are built once, and again when their sources changed", async () => {
  await playNext("");
  await build();
  await build();
  expect(output.match(/Built the pages/g)).toHaveLength(1);
  await writeFile(join(root, "next.config.ts"), "// another");
  await build();
  expect(output.match(/Built the pages/g)).toHaveLength(2);
});

test("a build that fails is said with the end of what it said", async () => {
  await playNext(`console.error("the reason"); process.exit(1);`);
  await expect(build()).rejects.toThrow(Refusal);
  expect(output).toContain("The pages could not be built");
  expect(output).toContain("the reason");
});

test("a build that is asked to stop says that it stopped, and not that the pages are at fault", async () => {
  const started = join(root, "started");
  await playNext(`require("node:fs").writeFileSync(${JSON.stringify(started)}, ""); setInterval(() => {}, 1000);`);
  const building = build();
  const hasStarted = () =>
    access(started).then(
      () => true,
      () => false,
    );
  await expect.poll(hasStarted, { timeout: 10_000 }).toBe(true);
  stopping.abort(new Error("asked to stop"));
  await expect(building).rejects.toThrow("asked to stop");
  expect(output).toContain("Stopped building the pages");
  expect(output).not.toContain("could not be built");
});
