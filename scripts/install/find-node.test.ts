import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findNode } from "./find-node.mjs";

let root: string;
let pinned: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "polylogue-node-"));
  pinned = join(root, "node_modules/node/bin/node");
  await mkdir(dirname(pinned), { recursive: true });
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

test("the pinned Node is taken where it answers", async () => {
  await writeFile(pinned, "#!/bin/sh\necho v24.21.0\n", { mode: 0o755 });
  expect(findNode(root)).toBe(pinned);
});

test("a pinned Node that does not answer is passed over for one of our own that is new enough", async () => {
  await writeFile(pinned, "not a program", { mode: 0o755 });
  expect(findNode(root)).toBe(process.execPath);
});

test("without any, it says what to do", async () => {
  expect(() => findNode(root, join(root, "no-node"))).toThrow("npm rebuild node");
});
