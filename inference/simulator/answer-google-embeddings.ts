import type { ServerResponse } from "node:http";
import { simulatedVector } from "./answer-embeddings.ts";
import type { SimulatedRequest } from "./simulated-request.ts";
import { writeError } from "./write-error.ts";

const DIMENSIONS = 8;

/** Answers with a vector for each text, the same for the same text every time, in the form that the path is known for. */
export function answerGoogleEmbeddings(request: SimulatedRequest, response: ServerResponse): void {
  const { wire, modelName, texts, path, body } = request;
  if (!/^(gemini-)?sim-embed/.test(modelName)) {
    writeError(response, wire, { status: 404, message: `The model ${modelName} does not exist.` });
    return;
  }
  const dimensions = Number(/"outputDimensionality":(\d+)/.exec(JSON.stringify(body))?.[1] ?? DIMENSIONS);
  const embedded = texts.map((text) => ({
    values: [...simulatedVector(text, dimensions)],
    tokens: text.split(" ").length,
  }));
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(toBody(path, embedded)));
}

function toBody(path: string, embedded: readonly { values: number[]; tokens: number }[]): object {
  const usageMetadata = { promptTokenCount: embedded.reduce((sum, { tokens }) => sum + tokens, 0) };
  const embeddings = embedded.map(({ values }) => ({ values }));
  if (path.endsWith(":batchEmbedContents")) return { embeddings, usageMetadata };
  if (path.endsWith(":embedContent")) return { embedding: embeddings[0], usageMetadata };
  return {
    predictions: embedded.map(({ values, tokens }) => ({
      embeddings: { values, statistics: { truncated: false, token_count: tokens } },
    })),
  };
}
