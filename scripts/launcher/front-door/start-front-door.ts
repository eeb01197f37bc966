import { type Agent, createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Refusal } from "#scripts/install/refusal.mjs";
import { cleanRequestHeaders } from "./clean-headers.ts";
import type { ClientAddress } from "./find-client.ts";
import { forwardRequest } from "./forward-request.ts";
import { forwardUpgrade, refuseUpgrade } from "./forward-upgrade.ts";
import { Tunnels } from "./tunnels.ts";
import { UpstreamAgent } from "./upstream-agent.ts";

/** The one path whose upgrade reaches realtime. */
const SOCKET_PATH = "/v1/ws";
/** A client that has not sent its headers by then never will. */
const HEADERS_WITHIN_MS = 15_000;
/** Long enough for a large file over a slow line. */
const REQUEST_WITHIN_MS = 600_000;
const IDLE_MS = 120_000;
const KEEP_ALIVE_MS = 65_000;

export type FrontDoorOptions = {
  host: string;
  port: number;
  findClient: (request: IncomingMessage) => ClientAddress | null;
  /** Next's own socket of `npm run dev` is let through. */
  isDevelopment: boolean;
  /** Asked at `/readyz`. */
  findReadiness: () => Promise<Readiness>;
};

/** Whether all that is needed is there, and which processes are ready, by their names. */
export type Readiness = { isReady: boolean; processes: Record<string, boolean> };

/** The ports where processes of a kind take work at this moment. */
type FindPorts = (kind: "web" | "realtime") => readonly number[];

export type FrontDoor = {
  port: number;
  /** From now on requests go to these ports, asked anew for each; until then everybody sees the waiting page. */
  open: (findPorts: FindPorts) => void;
  /** Takes no more connections, and ends those that are idle. */
  close: () => void;
  /** Ends every connection. */
  closeAll: () => void;
};

/** Listens on the one public port. Throws Refusal where that cannot be had. */
export async function startFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  let findPorts: FindPorts | null = null;
  const findWebPort = () => findPorts?.("web")[0];
  const agent = new UpstreamAgent(findWebPort);
  const tunnels = new Tunnels();
  const server = createServer({
    headersTimeout: HEADERS_WITHIN_MS,
    requestTimeout: REQUEST_WITHIN_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: 5_000,
    noDelay: true,
  });
  server.timeout = IDLE_MS;
  server.on("request", (request, response) => {
    void answer({ request, response }, { options, findWebPort, agent });
  });
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    const kind = findUpgradeKind(request, options.isDevelopment);
    const client = options.findClient(request);
    if (!kind || !client) return refuseUpgrade(socket, findPorts ? "400 Bad Request" : "503 Service Unavailable");
    const port = tunnels.findQuietest(findPorts?.(kind) ?? []);
    if (port === undefined) return refuseUpgrade(socket, "503 Service Unavailable");
    tunnels.add(socket, port);
    forwardUpgrade({ request, socket, head }, cleanRequestHeaders(request, client), port);
  });
  const port = await listen(server, options);
  return {
    port,
    open: (find) => (findPorts = find),
    close: () => {
      server.close();
      server.closeIdleConnections();
    },
    closeAll: () => {
      tunnels.destroyAll();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}

type Exchange = { request: IncomingMessage; response: ServerResponse };
type Door = { options: FrontDoorOptions; findWebPort: () => number | undefined; agent: Agent };

async function answer({ request, response }: Exchange, { options, findWebPort, agent }: Door): Promise<void> {
  const path = request.url ?? "";
  const client = options.findClient(request);
  // An absolute or an authority's form names a server of its own: only a proxy for anything would take it.
  if (!client || !path.startsWith("/")) return refuse(response, 400);
  if (request.method === "TRACE") return refuse(response, 405);
  if (path === "/healthz") return sendJson(response, 200, { status: "alive" });
  if (path === "/readyz") {
    const { isReady, processes } = await options.findReadiness();
    return sendReadiness(response, { isReady: isReady && findWebPort() !== undefined, processes });
  }
  forwardRequest({ request, response }, cleanRequestHeaders(request, client), { findPort: findWebPort, agent });
}

function findUpgradeKind(request: IncomingMessage, isDevelopment: boolean): "web" | "realtime" | null {
  const isHandshake = request.method === "GET" && request.headers.upgrade?.toLowerCase() === "websocket";
  const hasBody = request.headers["content-length"] !== undefined || request.headers["transfer-encoding"] !== undefined;
  if (!isHandshake || hasBody) return null;
  const path = (request.url ?? "").split("?")[0] ?? "";
  if (path === SOCKET_PATH) return "realtime";
  return isDevelopment && path.startsWith("/_next/") ? "web" : null;
}

function sendReadiness(response: ServerResponse, { isReady, processes }: Readiness): void {
  const states = Object.entries(processes).map(([name, isUp]) => [name, isUp ? "ready" : "not-ready"]);
  const body = { status: isReady ? "ready" : "not-ready", processes: Object.fromEntries(states) };
  sendJson(response, isReady ? 200 : 503, body);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(`${JSON.stringify(body)}\n`);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: "close" });
  response.end();
}

async function listen(server: Server, { host, port }: FrontDoorOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(toRefusal(error, host, port)));
    server.listen({ host, port }, () => {
      const address = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : port);
    });
  });
}

function toRefusal(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new Refusal(`Port ${port} is in use by another program: end that one, or set PORT to a free one.`);
  }
  if (error.code === "EACCES") {
    return new Refusal(`You may not listen on port ${port}: set PORT to one above 1023.`);
  }
  return new Refusal(
    `The address ${host} is none of this machine's (${error.code}): set HOST to 127.0.0.1 or 0.0.0.0.`,
  );
}
