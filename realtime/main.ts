import { createContainer } from "#server/container.ts";
import { readEnv } from "#server/env.ts";
import { startRealtimeServer } from "./realtime-server.ts";

const env = readEnv();
const container = createContainer(env, "realtime");
const { logger } = container.context;
const server = await startRealtimeServer(container, env.REALTIME_PORT);
logger.info({ port: server.port }, "realtime listens");

/** Must be longer than a drain and the grace of the supervisor: only a database that answers nobody is cut off by it. */
const LEAVE_WITHIN_MS = 5_000;

let leaving: Promise<void> | null = null;

async function leave(exitCode: number): Promise<void> {
  setTimeout(() => process.exit(exitCode), LEAVE_WITHIN_MS);
  await server.drain();
  await container.close();
  process.exit(exitCode);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void (leaving ??= leave(0)));

// What nobody waited for concerns one request; thousands of sockets must not fall with it.
process.on("unhandledRejection", (error) => logger.error({ error }, "a failure that nobody handled"));

// Nobody knows what state this leaves behind: store what is being written, and let the supervisor start anew.
process.on("uncaughtException", (error) => {
  logger.error({ error }, "an error that nobody caught; this process ends");
  leaving ??= leave(1);
});
