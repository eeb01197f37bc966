import { citusEngine } from "./engines/citus/citus-engine.ts";
import type { Engine } from "./engines/engine.ts";
import { obtainEngine } from "./engines/obtain-engine.ts";
import { postgresEngine } from "./engines/postgres/postgres-engine.ts";
import { redisEngine } from "./engines/redis/redis-engine.ts";
import { redisClusterEngine } from "./engines/redis-cluster/redis-cluster-engine.ts";

// `npm run engine -- redis` starts one in the foreground, says how to use it, and ends it with Ctrl-C. docs/engines.md.
const ENGINES: readonly Engine[] = [postgresEngine, citusEngine, redisEngine, redisClusterEngine];

const name = process.argv[2];
const engine = ENGINES.find((candidate) => candidate.name === name);
if (!engine) {
  console.error(`Which engine? npm run engine -- ${ENGINES.map((candidate) => candidate.name).join(" | ")}`);
  process.exitCode = 1;
} else {
  // An address in the environment is for others; here a new one is started.
  const environment = { ...process.env, [engine.addressVariable]: undefined };
  const running = await obtainEngine(engine, environment);
  if (running) {
    const isDone = Promise.withResolvers<void>();
    // Both the terminal and npm may say it: a second time must not cut the ending short.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => isDone.resolve());
    console.log(`${engine.name} runs on ${running.origin}. Use it with\n`);
    console.log(`  ${engine.addressVariable}=${running.address}\n`);
    console.log("Ctrl-C ends it, and its data are gone.");
    const staying = setInterval(() => undefined, 60_000);
    await isDone.promise;
    clearInterval(staying);
    await running.stop();
  } else {
    console.error(`There is no ${engine.name} here, and no way to get one: docs/engines.md says which there are.`);
    process.exitCode = 1;
  }
}
