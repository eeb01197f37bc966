import { browserRealtimeClient } from "#app/_lib/realtime/browser-realtime-client.ts";
import { Outbox } from "./outbox.ts";
import { OutboxStorage } from "./outbox-storage.ts";

let opened: { accountId: string; outbox: Outbox } | null = null;

/** This tab's outbox for the account that is signed in. Made at the first call, which must be in a browser; sends from then on. */
export function browserOutbox(accountId: string): Outbox {
  if (opened?.accountId === accountId) return opened.outbox;
  const client = browserRealtimeClient();
  const outbox = new Outbox(new OutboxStorage(localStorage, accountId), (request) => client.request(request));
  opened = { accountId, outbox };
  client.onStatus((status) => {
    if (status === "online" && opened?.outbox === outbox) outbox.sendAll();
  });
  window.addEventListener("storage", (event) => outbox.receive(event));
  outbox.sendAll();
  return outbox;
}
