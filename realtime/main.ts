import { createContainer } from "#server/container.ts";
import { readEnv } from "#server/env.ts";
import { startRealtimeServer } from "./realtime-server.ts";

const env = readEnv();
const container = createContainer(env, "realtime");
const { logger } = container.context;
const server = await startRealtimeServer(container, env.REALTIME_PORT);
logger.info({ port: server.port }, "realtime listens");

let isLeaving = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (isLeaving) return;
    isLeaving = true;
    void leave();
  });
}

async function leave(): Promise<void> {
  await server.drain();
  await container.close();
  process.exit(0);
}
