import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import {
  CLIENT_FRAME_BYTES_MAX,
  PROTOCOL_VERSION,
  PROTOCOL_VERSION_MIN,
  SOCKET_PROTOCOL,
} from "#contracts/socket-constants.ts";
import type { Actor } from "#server/context.ts";
import { authenticateSession } from "#server/domains/accounts/index.ts";
import type { Env } from "#server/env.ts";
import { AppError, ERROR_TABLE, toAppError } from "#server/errors.ts";
import { authenticateUpgrade } from "./authenticate-upgrade.ts";
import { Connection } from "./connection.ts";
import { findPeerNetwork } from "./find-peer-network.ts";
import { FrameReceiver } from "./frame-receiver.ts";
import type { Gateway } from "./gateway.ts";
import { HandshakeBudget } from "./handshake-budget.ts";
import { PeerSocket } from "./peer-socket.ts";
import { PING_INTERVAL_MS } from "./ping-wheel.ts";
import { refuseHandshake } from "./refuse-handshake.ts";
import { Turnstile } from "./turnstile.ts";

const PATH = "/v1/ws";

/**
 * How many handshakes are worked on at once; the others wait in line. About as many as there are connections to the
 * database: more of them would only stand there before the messages of those who are in already.
 */
const AT_ONCE = 16;

/** What the library does and forbids on each socket; the close codes it uses by itself stand in SOCKET_CLOSE_CODES. */
const SOCKET_OPTIONS = {
  noServer: true,
  clientTracking: false,
  // A small frame that unpacks to gigabytes is not even understood.
  perMessageDeflate: false,
  maxPayload: CLIENT_FRAME_BYTES_MAX,
  // Browsers cut a large frame into pieces of some kilobytes; each of a byte would cost a hundred times its size.
  maxFragments: 1_024,
  maxBufferedChunks: 4_096,
  // Answered by us, within the budget of frames.
  autoPong: false,
  /** How long a socket may take to say goodbye. */
  closeTimeout: 1_000,
  handleProtocols: () => SOCKET_PROTOCOL,
  WebSocket: PeerSocket,
};

/** The door to the gateway: a socket is authenticated before it becomes one, and then reads and follows until it closes. */
export class SocketDoor {
  readonly #gateway: Gateway;
  readonly #env: Pick<Env, "PUBLIC_URL" | "ALLOWED_ORIGINS">;
  readonly #budget: HandshakeBudget;
  readonly #turnstile = new Turnstile(AT_ONCE);
  readonly #server = new WebSocketServer(SOCKET_OPTIONS);
  #isRefusing = false;

  constructor(
    gateway: Gateway,
    env: Pick<Env, "PUBLIC_URL" | "ALLOWED_ORIGINS">,
    budget: HandshakeBudget = new HandshakeBudget(),
  ) {
    this.#gateway = gateway;
    this.#env = env;
    this.#budget = budget;
  }

  /** Takes a handshake, as `upgrade` of a server tells it. Never throws. */
  open(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    // The client may vanish at any moment of the handshake.
    stream.on("error", destroyOnError);
    const path = (request.url ?? "").split("?")[0];
    if (path !== PATH) return refuseHandshake(stream, 404);
    const network = findPeerNetwork(request);
    const verdict = this.#isRefusing ? 503 : this.#budget.begin(network);
    if (verdict !== null) return refuseHandshake(stream, verdict);
    this.#turnstile
      .pass(() => this.#authenticate(request, stream))
      .then(
        (actor) => {
          this.#budget.end(network, false);
          this.#welcome(actor, { request, stream, head });
        },
        (thrown: unknown) => {
          const error = toAppError(thrown);
          this.#budget.end(network, error.code === "unauthenticated" || error.code === "forbidden");
          if (stream.destroyed) return;
          this.#log(error);
          refuseHandshake(stream, ERROR_TABLE[error.code].httpStatus);
        },
      )
      .catch((thrown: unknown) => {
        this.#log(toAppError(thrown));
        stream.destroy();
      });
  }

  /** Turns away all that come from now on. */
  refuse(): void {
    this.#isRefusing = true;
  }

  async #authenticate(request: IncomingMessage, stream: Duplex): Promise<Actor> {
    const { context, people } = this.#gateway;
    if (stream.destroyed) throw new AppError("interrupted", { message: "the client left during the handshake" });
    const actor = await authenticateUpgrade(context, request, this.#env);
    // Held before it is welcomed: what happens from then on is not missed.
    const letGo = await people.hold(actor.userId);
    if (stream.destroyed) letGo();
    else stream.on("close", letGo);
    // The session's end, between the ticket and this moment, was told to nobody here.
    const present = await authenticateSession(context, actor);
    if (!present) throw new AppError("unauthenticated", { message: "the session ended during the handshake" });
    return present;
  }

  #welcome(actor: Actor, { request, stream, head }: { request: IncomingMessage; stream: Duplex; head: Buffer }): void {
    if (this.#isRefusing) return refuseHandshake(stream, 503);
    const gateway = this.#gateway;
    this.#server.handleUpgrade(request, stream, head, (webSocket) => {
      // From here on the library listens.
      stream.off("error", destroyOnError);
      const connection = new Connection(actor, webSocket, stream);
      if (!gateway.connections.add(connection)) return connection.close("sessionEnded");
      const receiver = new FrameReceiver(gateway, connection, webSocket);
      webSocket.listener = receiver;
      stream.on("data", (chunk: Buffer) => receiver.onChunk(chunk.length));
      connection.send({
        type: "welcome",
        protocolVersion: PROTOCOL_VERSION,
        protocolVersionMin: PROTOCOL_VERSION_MIN,
        pingIntervalMs: PING_INTERVAL_MS,
      });
    });
  }

  #log(error: AppError): void {
    this.#gateway.context.logger[ERROR_TABLE[error.code].logLevel](
      { code: error.code, error },
      "a handshake was refused",
    );
  }
}

function destroyOnError(this: Duplex): void {
  this.destroy();
}
