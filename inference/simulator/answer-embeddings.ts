import type { ServerResponse } from "node:http";
import { z } from "zod";
import type { SimulatedRequest } from "./simulated-request.ts";
import { writeError } from "./write-error.ts";

const DIMENSIONS = 8;

const wishesSchema = z.object({
  dimensions: z.int().positive().optional(),
  encoding_format: z.enum(["float", "base64"]).optional(),
});

/** Answers with a vector for each text, the same for the same text every time; the last text comes first. */
export function answerEmbeddings(request: SimulatedRequest, response: ServerResponse): void {
  const { wire, modelName, texts, body } = request;
  const { dimensions = DIMENSIONS, encoding_format: encoding } = wishesSchema.parse(body);
  if (!modelName.startsWith("sim-embed")) {
    writeError(response, wire, { status: 404, message: `The model ${modelName} does not exist.` });
    return;
  }
  const data = texts.map((text, index) => {
    const vector = simulatedVector(text, dimensions);
    const embedding = encoding === "base64" ? Buffer.from(vector.buffer).toString("base64") : [...vector];
    return { object: "embedding", index, embedding };
  });
  const tokens = texts.reduce((sum, text) => sum + text.split(" ").length, 0);
  response.writeHead(200, { "content-type": "application/json", "x-request-id": "req_simulated" });
  const usage = { prompt_tokens: tokens, total_tokens: tokens };
  response.end(JSON.stringify({ object: "list", data: data.toReversed(), model: modelName, usage }));
}

/** A vector that tells texts apart. */
export function simulatedVector(text: string, dimensions: number): Float32Array {
  return Float32Array.from(
    { length: dimensions },
    (_, index) => ((text.charCodeAt(index % (text.length || 1)) || 0) + index) / 256,
  );
}
