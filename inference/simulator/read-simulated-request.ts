import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { findGooglePlace } from "./find-google-place.ts";
import { readAnthropicBody } from "./read-anthropic-body.ts";
import { readGeminiBody } from "./read-gemini-body.ts";
import { readGoogleTexts } from "./read-google-texts.ts";
import { readOpenaiBody } from "./read-openai-body.ts";
import { readResponsesBody } from "./read-responses-body.ts";
import type { SimulatedRequest } from "./simulated-request.ts";

const NOTHING_ASKED = {
  modelName: "",
  isStreamed: false,
  system: "",
  turns: [],
  question: "",
  continues: "",
  toolNames: [],
  answerSchema: null,
  texts: [],
  body: null,
};

const embeddingBodySchema = z.object({ model: z.string(), input: z.array(z.string()) });

type Place = Pick<SimulatedRequest, "wire" | "wants"> & { modelName?: string; isStreamed?: boolean };

/** Reads a request whole. Throws where its body is not what the provider takes. */
export async function readSimulatedRequest(request: IncomingMessage): Promise<SimulatedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const method = request.method ?? "GET";
  const path = request.url?.split("?")[0] ?? "/";
  const { modelName, ...place } = findPlace(request, method, path);
  const url = `http://${request.headers.host}`;
  const head = { ...NOTHING_ASKED, ...place, method, path, url, apiKey: readApiKey(request) };
  if (chunks.length === 0 || place.wants === null) return { ...head, modelName: modelName ?? "" };
  const text = Buffer.concat(chunks).toString();
  if (place.wants === "token") return { ...head, modelName: "", body: Object.fromEntries(new URLSearchParams(text)) };
  const body: unknown = JSON.parse(text);
  const asked = readBody(place, body);
  return { ...head, ...asked, modelName: modelName ?? asked.modelName ?? "", body };
}

/** Which protocol an address belongs to, what is wanted there, and the model that the address names. */
function findPlace(request: IncomingMessage, method: string, path: string): Place {
  const [, deployment, operation] = /^\/openai\/deployments\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (deployment !== undefined) {
    const wants = operation === "chat/completions" ? "answer" : operation === "embeddings" ? "embeddings" : null;
    return { wire: "azure", wants: method === "POST" ? wants : null, modelName: decodeURIComponent(deployment) };
  }
  if (path === "/openai/deployments") return { wire: "azure", wants: "models" };
  const google = findGooglePlace(method, path);
  if (google !== null) return google;
  if (path === "/openai/responses") return { wire: "azure-responses", wants: method === "POST" ? "answer" : null };
  if (path === "/v1/responses") return { wire: "openai-responses", wants: method === "POST" ? "answer" : null };
  const wire = request.headers["anthropic-version"] === undefined ? "openai" : "anthropic";
  return { wire, wants: WANTED[`${method} ${path}`] ?? null };
}

const WANTED: Record<string, SimulatedRequest["wants"]> = {
  "GET /v1/models": "models",
  "POST /v1/chat/completions": "answer",
  "POST /v1/messages": "answer",
  "POST /v1/embeddings": "embeddings",
};

function readBody({ wire, wants, isStreamed = false }: Place, body: unknown): Partial<SimulatedRequest> {
  if (wire === "gemini" || wire === "vertex") {
    return wants === "embeddings" ? { texts: readGoogleTexts(body) } : { isStreamed, ...readGeminiBody(body) };
  }
  if (wants === "embeddings") {
    const { model, input } = embeddingBodySchema.parse(body);
    return { modelName: model, texts: input };
  }
  if (wire === "openai-responses" || wire === "azure-responses") return readResponsesBody(body);
  return wire === "anthropic" || wire === "vertex-claude" ? readAnthropicBody(body) : readOpenaiBody(body);
}

function readApiKey(request: IncomingMessage): string | null {
  const key = request.headers["x-api-key"] ?? request.headers["api-key"] ?? request.headers["x-goog-api-key"];
  if (typeof key === "string") return key;
  return request.headers.authorization?.replace(/^Bearer /, "") ?? null;
}
