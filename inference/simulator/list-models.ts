import type { ServerResponse } from "node:http";
import type { SimulatedRequest } from "./read-simulated-request.ts";
import { SCENARIOS } from "./scenarios.ts";

/** Answers with the scenarios as a provider's list of models. */
export function listModels({ wire }: SimulatedRequest, response: ServerResponse): void {
  const names = Object.keys(SCENARIOS).map((name) => `sim-${name}`);
  const body = wire === "anthropic" ? toAnthropicList(names) : toOpenaiList(names);
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

function toOpenaiList(names: readonly string[]): object {
  return {
    object: "list",
    data: names.map((id) => ({ id, object: "model", created: 1_790_000_000, owned_by: "simulator" })),
  };
}

function toAnthropicList(names: readonly string[]): object {
  return {
    data: names.map((id) => ({ type: "model", id, display_name: id, created_at: "2026-09-01T00:00:00Z" })),
    has_more: false,
    first_id: names[0] ?? null,
    last_id: names.at(-1) ?? null,
  };
}
