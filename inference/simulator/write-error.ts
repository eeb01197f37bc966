import type { ServerResponse } from "node:http";
import { nameRequest } from "./name-request.ts";
import type { SimulatedWire } from "./simulated-request.ts";
import { speechOf } from "./speech-of.ts";
import type { SimulatedError } from "./wire-speech.ts";

/** Answers with an error as the provider of that wire format does. */
export function writeError(response: ServerResponse, wire: SimulatedWire, error: SimulatedError): void {
  const { status, retryAfterSeconds = null } = error;
  response.writeHead(status, {
    "content-type": "application/json",
    ...nameRequest(wire),
    ...(retryAfterSeconds === null ? {} : { "retry-after": String(retryAfterSeconds) }),
  });
  response.end(JSON.stringify(speechOf(wire).writeError(error)));
}
