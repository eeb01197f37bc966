import type { ServerResponse } from "node:http";
import type { SimulatedRequest } from "./simulated-request.ts";
import { SCENARIOS } from "./scenarios.ts";
import { speechOf } from "./speech-of.ts";

/** Answers with the scenarios as a provider's list of models. */
export function listModels({ wire }: SimulatedRequest, response: ServerResponse): void {
  const names = Object.keys(SCENARIOS).map((name) => `sim-${name}`);
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(speechOf(wire).writeModels(names)));
}
