import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerHealth } from "#server/answer-health.ts";
import type { Container } from "#server/container.ts";
import { beatGenerations, HEARTBEAT_EVERY_MS, reapStaleGenerations } from "#server/domains/generations/index.ts";
import { Connections } from "./connections.ts";
import { deliverUserEvent } from "./deliver-user-event.ts";
import { drain } from "./drain.ts";
import { every } from "./every.ts";
import type { Gateway } from "./gateway.ts";
import { startPingWheel } from "./ping-wheel.ts";
import { RECHECK_EVERY_MS, recheckSessions } from "./recheck-sessions.ts";
import { Rooms } from "./rooms.ts";
import { createSocketDoor } from "./socket-door.ts";

/** How often the generations of dead processes are looked for. */
const REAP_EVERY_MS = 2_000;

/** A gateway that listens. `drain` ends it gently and resolves when nothing runs any more; it can be called twice. */
export type RealtimeServer = { port: number; gateway: Gateway; drain: () => Promise<void> };

/** Opens the socket server on the port (0: any free one) of the local address, and runs what a process with generations must run. */
export async function startRealtimeServer(
  { context, env, isReady }: Pick<Container, "context" | "env" | "isReady">,
  port: number,
): Promise<RealtimeServer> {
  const gateway: Gateway = { context, connections: new Connections(), rooms: new Rooms(context) };
  const stopListening = await context.userChannel.listen((userId, event) => deliverUserEvent(gateway, userId, event));
  const door = createSocketDoor(gateway, env);
  let draining: Promise<void> | null = null;
  const takesSockets = async () => draining === null && (await isReady());
  const server = createServer((request, response) => void answer(request, response, takesSockets));
  server.on("upgrade", door.open);
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const stops = [
    every(HEARTBEAT_EVERY_MS, () => beatGenerations(context), context.logger),
    every(REAP_EVERY_MS, () => reapStaleGenerations(context), context.logger),
    every(RECHECK_EVERY_MS, () => recheckSessions(gateway), context.logger),
    startPingWheel(gateway.connections),
  ];
  const end = async (): Promise<void> => {
    door.refuse();
    await drain(gateway);
    for (const stop of stops) stop();
    await stopListening();
    server.close();
    server.closeAllConnections();
  };
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the realtime server has no port");
  return { port: address.port, gateway, drain: () => (draining ??= end()) };
}

async function answer(request: IncomingMessage, response: ServerResponse, isReady: () => Promise<boolean>) {
  if (await answerHealth(request, response, isReady)) return;
  response.writeHead(404, { "content-length": 0 });
  response.end();
}
