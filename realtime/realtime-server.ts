import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerHealth } from "#server/answer-health.ts";
import type { Container } from "#server/container.ts";
import { beatGenerations, HEARTBEAT_EVERY_MS } from "#server/domains/generations/index.ts";
import { HEALTH_SHARED_EVERY_MS, HealthSharing, probeDeployments } from "#server/domains/routing/index.ts";
import { EVERYBODY } from "#server/ports/user-channel.ts";
import { Connections } from "./connections.ts";
import { deliverUserEvent } from "./deliver-user-event.ts";
import { drain, type DrainOptions } from "./drain.ts";
import { every } from "./every.ts";
import type { Gateway } from "./gateway.ts";
import { healGap } from "./heal-gap.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { People } from "./people.ts";
import { startPingWheel } from "./ping-wheel.ts";
import { Rooms } from "./rooms.ts";
import { SocketDoor } from "./socket-door.ts";
import { startClaiming } from "./start-claiming.ts";
import { watchSessions } from "./watch-sessions.ts";

/** A handshake whose headers trickle, or are too many, ends before anybody looks at it. `noDelay`: a word may not wait for the next one. */
const HTTP_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 2_500,
  maxHeaderSize: 16_384,
  noDelay: true,
};
const HEADERS_MAX = 100;

/** How often deployments are looked through for those that should be asked whether they are there. */
const PROBE_EVERY_MS = 5_000;

/** A gateway that listens. `drain` ends it gently and resolves when nothing runs any more; of several calls the first counts. */
export type RealtimeServer = { port: number; gateway: Gateway; drain: (options: DrainOptions) => Promise<void> };

/** Opens the socket server on the port (0: any free one) of the internal address, and runs what a process with generations must run. */
export async function startRealtimeServer(
  { context, env, isReady }: Pick<Container, "context" | "env" | "isReady">,
  port: number,
): Promise<RealtimeServer> {
  const people = new People({
    channel: context.userChannel,
    logger: context.logger,
    listener: (userId, event) => deliverUserEvent(gateway, userId, event),
    onLate: (userId) => void healGap(gateway, userId === EVERYBODY ? undefined : gateway.connections.ofUser(userId)),
  });
  const gateway: Gateway = { context, connections: new Connections(), people, rooms: new Rooms(context) };
  const letGo = await people.holdEverybody();
  const stopHealing = context.userChannel.onGap(oneAtATime(() => healGap(gateway)));
  const door = new SocketDoor(gateway, env);
  let draining: Promise<void> | null = null;
  const takesSockets = async () => draining === null && (await isReady());
  const server = createServer(HTTP_LIMITS, (request, response) => void answer(request, response, takesSockets));
  server.maxHeadersCount = HEADERS_MAX;
  server.on("upgrade", (request, stream, head) => door.open(request, stream, head));
  server.listen(port, env.INTERNAL_HOST);
  await once(server, "listening");
  const stopClaiming = startClaiming(context);
  const sharing = new HealthSharing(context);
  const leaving = new AbortController();
  const stops = [
    every(HEARTBEAT_EVERY_MS, () => beatGenerations(context), context.logger),
    every(HEALTH_SHARED_EVERY_MS, () => sharing.turn(), context.logger),
    every(PROBE_EVERY_MS, () => probeDeployments(context, leaving.signal), context.logger),
    () => leaving.abort(),
    watchSessions(gateway),
    startPingWheel(gateway.connections),
  ];
  const end = async (options: DrainOptions): Promise<void> => {
    door.refuse();
    server.close();
    // What others left is for a process that stays.
    stopClaiming();
    await drain(gateway, options);
    for (const stop of stops) stop();
    letGo();
    stopHealing();
    server.closeAllConnections();
  };
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the realtime server has no port");
  return { port: address.port, gateway, drain: (options) => (draining ??= end(options)) };
}

async function answer(request: IncomingMessage, response: ServerResponse, isReady: () => Promise<boolean>) {
  if (await answerHealth(request, response, isReady)) return;
  response.writeHead(404, { "content-length": 0 });
  response.end();
}
