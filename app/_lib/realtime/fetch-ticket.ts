/** A network that was just lost may keep a request waiting for minutes. */
const TIMEOUT_MS = 10_000;

/**
 * A single-use ticket for one socket, or null when the session has ended. Throws when the server
 * cannot be reached, is silent for ten seconds or answers with a fault; asking again is safe.
 */
export async function fetchTicket(): Promise<string | null> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch("/api/socket-ticket", { method: "POST", cache: "no-store", signal });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`No ticket: the server answered ${response.status}.`);
  const body: unknown = await response.json();
  const ticket = typeof body === "object" && body !== null && "ticket" in body ? body.ticket : null;
  if (typeof ticket !== "string") throw new Error("No ticket in the server's answer.");
  return ticket;
}
