import { fetchTicket } from "./fetch-ticket.ts";
import { RealtimeClient } from "./realtime-client.ts";

let client: RealtimeClient | null = null;

/** This tab's one connection to the server. Made at the first call, which must be in a browser; opens nothing yet. */
export function browserRealtimeClient(): RealtimeClient {
  client ??= createClient();
  return client;
}

function createClient(): RealtimeClient {
  const created = new RealtimeClient({
    socketUrl: () => `${location.origin.replace(/^http/, "ws")}/v1/ws`,
    getTicket: fetchTicket,
    random: Math.random,
  });
  created.onStatus((status) => {
    if (status === "signed-out") location.assign(`/sign-in?to=${encodeURIComponent(location.pathname)}`);
  });
  window.addEventListener("online", () => created.connect());
  window.addEventListener("offline", () => created.markOffline());
  // A device that slept may hold a socket that died without a word.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && created.status !== "idle") created.probe();
  });
  window.addEventListener("pageshow", (event) => event.persisted && created.probe());
  return created;
}
