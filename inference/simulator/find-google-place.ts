import type { SimulatedRequest, SimulatedWire } from "./simulated-request.ts";

const CALL =
  /^\/v1(?:beta1?)?\/(?:projects\/[^/]+\/locations\/[^/]+\/publishers\/(google|anthropic)\/)?models\/([^/:]+):([A-Za-z]+)$/;

const LIST = /^\/v1beta1?\/(?:publishers\/(google|anthropic)\/)?models$/;

const WANTED: Record<string, SimulatedRequest["wants"]> = {
  generateContent: "answer",
  streamGenerateContent: "answer",
  rawPredict: "answer",
  streamRawPredict: "answer",
  batchEmbedContents: "embeddings",
  embedContent: "embeddings",
  predict: "embeddings",
};

/** Where tokens are granted to service accounts. */
export const TOKEN_PATH = "/token";

type GooglePlace = Pick<SimulatedRequest, "wire" | "wants"> & { modelName?: string; isStreamed?: boolean };

/**
 * What is wanted at an address of the Gemini API (`/v1beta/models/X:method`) or of Vertex
 * (`/v1/projects/P/locations/R/publishers/Y/models/X:method`); null for an address of anybody else.
 */
export function findGooglePlace(method: string, path: string): GooglePlace | null {
  if (path === TOKEN_PATH) return { wire: "vertex", wants: "token" };
  const [isList, publisherOfList] = LIST.exec(path) ?? [];
  if (isList !== undefined) return { wire: toWire(publisherOfList), wants: method === "GET" ? "models" : null };
  const [, publisher, modelName, operation] = CALL.exec(path) ?? [];
  if (modelName === undefined || operation === undefined) return null;
  return {
    wire: toWire(publisher),
    wants: method === "POST" ? (WANTED[operation] ?? null) : null,
    modelName: decodeURIComponent(modelName),
    isStreamed: operation.startsWith("stream"),
  };
}

function toWire(publisher: string | undefined): SimulatedWire {
  if (publisher === undefined) return "gemini";
  return publisher === "anthropic" ? "vertex-claude" : "vertex";
}
