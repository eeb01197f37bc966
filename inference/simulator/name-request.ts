import type { SimulatedWire } from "./simulated-request.ts";
import { speechOf } from "./speech-of.ts";

/** The headers that bear the provider's name of a request, every request's being the same. */
export function nameRequest(wire: SimulatedWire): Record<string, string> {
  const { requestIdHeader } = speechOf(wire);
  return requestIdHeader === null ? {} : { [requestIdHeader]: "req_simulated" };
}
