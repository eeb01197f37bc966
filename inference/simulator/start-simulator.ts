import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerRequest } from "./answer-request.ts";
import { answerEmbeddings } from "./answer-embeddings.ts";
import { answerGoogleEmbeddings } from "./answer-google-embeddings.ts";
import { grantToken } from "./grant-token.ts";
import { listModels } from "./list-models.ts";
import { readSimulatedRequest } from "./read-simulated-request.ts";
import type { SimulatedRequest } from "./simulated-request.ts";
import { writeError } from "./write-error.ts";
import { writeMetrics, type SimulatedLoad } from "./write-metrics.ts";

/** The key that the simulator takes; it may do everything. */
export const SIMULATOR_KEY = "sim-key";

/** A key that the simulator knows and allows nothing. */
export const SIMULATOR_FORBIDDEN_KEY = "sim-key-forbidden";

/** How many of the latest requests a simulator remembers. */
const REQUESTS_MAX = 1_000;

export type Simulator = {
  /** Without a path: OpenAI's base address is this with `/v1` behind it, Anthropic's and Azure's are this. */
  url: string;
  /** The latest requests, oldest first. */
  requests: SimulatedRequest[];
  /** How many answers are being written at this moment; one whose client left is not. */
  countOpenAnswers: () => number;
  /** What `/metrics` says, as vLLM does; nothing is there as long as this is empty, the default. */
  engines: SimulatedLoad[];
  /** Ends every open answer and the server. */
  close: () => Promise<void>;
};

/**
 * Starts a server on 127.0.0.1 that speaks the providers' wire formats and answers by the
 * scenario that a model name names. Port 0, the default, takes any free one.
 */
export async function startSimulator({ port = 0 }: { port?: number } = {}): Promise<Simulator> {
  const requests: SimulatedRequest[] = [];
  const engines: SimulatedLoad[] = [];
  let openAnswers = 0;
  const server = createServer((request, response) => {
    // vLLM asks nobody who reads them for a key.
    if (request.url === "/metrics" && engines.length > 0) return writeMetrics(engines, response);
    openAnswers += 1;
    response.once("close", () => {
      openAnswers -= 1;
    });
    void handleRequest(request, response, requests);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", 4_096, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The simulator has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    countOpenAnswers: () => openAnswers,
    engines,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handleRequest(
  incoming: IncomingMessage,
  response: ServerResponse,
  requests: SimulatedRequest[],
): Promise<void> {
  try {
    const request = await readSimulatedRequest(incoming);
    requests.push(request);
    if (requests.length > REQUESTS_MAX) requests.shift();
    await route(request, response);
  } catch (thrown) {
    if (response.headersSent) response.destroy();
    else writeError(response, "openai", { status: 400, message: String(thrown) });
  }
}

async function route(request: SimulatedRequest, response: ServerResponse): Promise<void> {
  const { wire, method, path, apiKey, wants } = request;
  if (wants === "token") {
    await grantToken(request, response);
  } else if (apiKey === SIMULATOR_FORBIDDEN_KEY) {
    writeError(response, wire, { status: 403, message: "This key may not do that." });
  } else if (apiKey !== SIMULATOR_KEY) {
    writeError(response, wire, { status: 401, message: `Incorrect API key provided: ${apiKey}.` });
  } else if (wants === "models") {
    listModels(request, response);
  } else if (wants === "answer") {
    await answerRequest(request, response);
  } else if (wants === "embeddings") {
    if (wire === "gemini" || wire === "vertex") answerGoogleEmbeddings(request, response);
    else answerEmbeddings(request, response);
  } else {
    writeError(response, wire, { status: 404, message: `There is no ${method} ${path}.` });
  }
}
