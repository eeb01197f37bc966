import type { IncomingBody } from "./incoming-body.ts";

/** The same bytes as a web stream, for what is not read token by token. Cancelling it releases the connection. */
export function toWebStream(body: IncomingBody): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller): Promise<void> {
      const piece = await body.read();
      if (piece === null) controller.close();
      else controller.enqueue(new Uint8Array(piece));
    },
    cancel: () => body.release(),
  });
}
