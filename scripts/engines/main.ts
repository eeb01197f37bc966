import { spawn } from "node:child_process";
import { join } from "node:path";
import { citusEngine } from "./citus/citus-engine.ts";
import type { Engine, RunningEngine } from "./engine.ts";
import { obtainEngine } from "./obtain-engine.ts";

/** Every engine of the tests beside the embedded PostgreSQL. */
const ENGINES: readonly Engine[] = [citusEngine];

const missing: Engine[] = [];
const failed: Engine[] = [];
for (const engine of ENGINES) {
  const running = await obtainEngine(engine, process.env);
  if (running) {
    console.log(`${engine.name}: tests run on ${running.origin}`);
    if (!(await runTests(engine, running))) failed.push(engine);
  } else missing.push(engine);
}
for (const engine of failed) console.error(`FAILED on ${engine.name}: ${engine.proves}`);
for (const engine of missing) console.log(describeMissing(engine));
const isContinuousIntegration = process.env["CI"] === "true";
process.exitCode = failed.length > 0 || (isContinuousIntegration && missing.length > 0) ? 1 : 0;

async function runTests(engine: Engine, running: RunningEngine): Promise<boolean> {
  const vitest = join(import.meta.dirname, "../../node_modules/vitest/vitest.mjs");
  const env = { ...process.env, [engine.addressVariable]: running.address };
  const child = spawn(process.execPath, [vitest, "run", "--project", engine.name, ...process.argv.slice(2)], {
    env,
    stdio: "inherit",
  });
  const stopChild = () => child.kill("SIGINT");
  process.once("SIGINT", stopChild).once("SIGTERM", stopChild);
  try {
    return await new Promise<boolean>((resolve, reject) => {
      child.once("exit", (code) => resolve(code === 0));
      child.once("error", reject);
    });
  } finally {
    process.off("SIGINT", stopChild).off("SIGTERM", stopChild);
    await running.stop();
  }
}

function describeMissing({ name, proves, addressVariable }: Engine): string {
  return (
    `NOT RUN: ${name}, so this is not proved here: ${proves}. Give its address in ${addressVariable}, install it, ` +
    "start Docker, or name a folder with its archive in ENGINE_ARCHIVES."
  );
}
