import { goToSignIn } from "../go-to-sign-in.ts";
import { fetchTicket } from "./fetch-ticket.ts";
import { RealtimeClient } from "./realtime-client.ts";

const TICK_MS = 5_000;

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
    if (status === "signed-out") goToSignIn();
  });
  listenToDevice(created);
  return created;
}

/** A device that slept, or that changed its network, may hold a socket that died without a word. */
function listenToDevice(created: RealtimeClient): void {
  const tick = watchClock((lateMs) => created.tick(lateMs));
  const wake = (): void => {
    if (created.status === "idle") return;
    tick();
    created.probe();
  };
  window.addEventListener("online", wake);
  window.addEventListener("offline", () => created.markOffline());
  window.addEventListener("pageshow", (event) => event.persisted && wake());
  document.addEventListener("resume", wake);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake());
}

/** Tells every few seconds by how much it came too late: a clock that jumped is a device that slept. Returns how to look now. */
function watchClock(onTick: (lateMs: number) => void): () => void {
  let lastMs = Date.now();
  const tick = (): void => {
    const nowMs = Date.now();
    const lateMs = nowMs - lastMs - TICK_MS;
    lastMs = nowMs;
    onTick(lateMs);
  };
  setInterval(tick, TICK_MS);
  return tick;
}
