import { flushCompileCache } from "node:module";
import { createContainer } from "#server/container.ts";
import { readEnv } from "#server/env.ts";
import { SHORT_GRACE_MS } from "./drain.ts";
import { startRealtimeServer } from "./realtime-server.ts";

const env = readEnv();
const container = createContainer(env, env.PROCESS_NAME ?? "realtime");
const { logger } = container.context;
const server = await startRealtimeServer(container, env.REALTIME_PORT);
logger.info({ port: server.port }, "realtime listens");
// Kept now: one that is killed leaves it to the next all the same.
flushCompileCache();

/** What leaving takes behind the grace: only a database that answers nobody is cut off by it. */
const CLOSE_WITHIN_MS = 4_000;

const hurry = new AbortController();
let leaving: Promise<void> | null = null;

async function leave(exitCode: number, graceMs: number): Promise<void> {
  setTimeout(() => process.exit(exitCode), graceMs + CLOSE_WITHIN_MS);
  await server.drain({ graceMs, hurry: hurry.signal });
  await container.close();
  process.exit(exitCode);
}

// One that is replaced takes the time that its answers need. One that leaves with everything else, or is asked twice, does not.
process.on("SIGTERM", () => {
  if (leaving) hurry.abort();
  leaving ??= leave(0, env.DRAIN_SECONDS * 1_000);
});
process.on("SIGINT", () => {
  if (leaving) hurry.abort();
  leaving ??= leave(0, SHORT_GRACE_MS);
});

// What nobody waited for concerns one request; thousands of sockets must not fall with it.
process.on("unhandledRejection", (error) => logger.error({ error }, "a failure that nobody handled"));

// Nobody knows what state this leaves behind: hand over what is being written, and let the supervisor start anew.
process.on("uncaughtException", (error) => {
  logger.error({ error }, "an error that nobody caught; this process ends");
  leaving ??= leave(1, SHORT_GRACE_MS);
});
