import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeInstanceLock } from "./take-instance-lock.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "polylogue-lock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const owner = () => readFile(join(folder, "instance.json"), "utf8");

test("a lock that is released twice is not taken from whoever has it by then", async () => {
  const first = await takeInstanceLock(folder, "http://first");
  await first.announceStop();
  await first.release();
  const second = await takeInstanceLock(folder, "http://second");
  await first.release();
  expect(await owner()).toContain("http://second");
  await second.release();
  await expect(owner()).rejects.toMatchObject({ code: "ENOENT" });
});

test("a stop that cannot be announced is a stop all the same", async () => {
  const lock = await takeInstanceLock(folder, "http://here");
  await rm(folder, { recursive: true });
  await expect(lock.announceStop()).resolves.toBeUndefined();
});
