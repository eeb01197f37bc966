import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createRedis } from "#server/adapters/redis/redis-connection.ts";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function isThere(url: string): Promise<boolean> {
  const { client, close } = createRedis(url, silent);
  const answer = await client.ping().catch(() => null);
  await close();
  return answer === "PONG";
}

test.each(["redis", "redis-cluster"])(
  "npm run engine -- %s says where it is, and leaves nothing behind",
  async (name) => {
    const script = join(import.meta.dirname, "engine.ts");
    const engine = spawn(process.execPath, [script, name], { stdio: ["ignore", "pipe", "inherit"] });
    const exited = once(engine, "exit");
    let url = "";
    for await (const line of createInterface(engine.stdout)) {
      url ||= /^ {2}REDIS_URL=(\S+)$/.exec(line)?.[1] ?? "";
      if (url) break;
    }
    expect(await isThere(url)).toBe(true);
    // The terminal and npm may both say it.
    engine.kill("SIGINT");
    engine.kill("SIGINT");
    expect(await exited).toEqual([0, null]);
    expect(await isThere(url)).toBe(false);
  },
  60_000,
);

test("an engine that nobody knows is refused with the names of those that there are", async () => {
  const engine = spawn(process.execPath, [join(import.meta.dirname, "engine.ts"), "oracle"], { stdio: "pipe" });
  const said = engine.stderr.toArray();
  expect(await once(engine, "exit")).toEqual([1, null]);
  expect(String(await said)).toContain("postgres | citus | redis | redis-cluster");
});
