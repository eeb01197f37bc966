import { request as sendRequest, type Agent, type IncomingMessage, type ServerResponse } from "node:http";
import { cleanResponseHeaders, type CleanHeaders } from "./clean-headers.ts";
import { sendWaitingPage } from "./send-waiting-page.ts";

/** `findPort`: asked anew for each try; undefined where no process takes requests. */
export type Upstream = { findPort: () => number | undefined; agent: Agent };

/**
 * Hands a request to the process that takes them now and its answer back, both as streams. A process that is not there gives the
 * waiting page; an answer that breaks off breaks off for the client too, never looking complete.
 */
export function forwardRequest(
  exchange: { request: IncomingMessage; response: ServerResponse },
  headers: CleanHeaders,
  upstream: Upstream,
): void {
  const { request, response } = exchange;
  const hasBody = request.headers["content-length"] !== undefined || request.headers["transfer-encoding"] !== undefined;
  if (request.headers["transfer-encoding"] !== undefined) headers["transfer-encoding"] = "chunked";
  const send = (isFirstTry: boolean): void => {
    const port = upstream.findPort();
    if (port === undefined) return sendWaitingPage(request, response);
    const outgoing = sendRequest({
      host: "127.0.0.1",
      port,
      agent: upstream.agent,
      method: request.method,
      path: request.url,
      headers,
      setHost: false,
    });
    const abandon = () => outgoing.destroy();
    response.once("close", abandon);
    outgoing.once("response", (answer) => {
      response.sendDate = false;
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, cleanResponseHeaders(answer));
      // A stream may have nothing to say for a while: its head goes now.
      if (answer.headers["content-length"] === undefined) response.flushHeaders();
      answer.once("error", () => response.destroy());
      answer.pipe(response);
    });
    outgoing.once("error", () => {
      response.off("close", abandon);
      // The process may close an idle connection in the moment that we choose it; a second one is new, and may be another's.
      const isWorthAgain = isFirstTry && outgoing.reusedSocket && !hasBody && !response.headersSent;
      if (response.destroyed) return;
      if (isWorthAgain && isSafe(request.method)) send(false);
      else if (response.headersSent) response.destroy();
      else sendWaitingPage(request, response);
    });
    if (hasBody) request.pipe(outgoing);
    else outgoing.end();
  };
  send(true);
}

function isSafe(method: string | undefined): boolean {
  return method === "GET" || method === "HEAD";
}
