import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Answers `/healthz` (200: the process runs) and `/readyz` (200 while `isReady`, else 503: send
 * nobody here now). False where the request asks for something else; then nothing was answered.
 */
export async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  isReady: () => Promise<boolean>,
): Promise<boolean> {
  const path = request.url?.split("?")[0];
  if (path !== "/healthz" && path !== "/readyz") return false;
  const isGood = path === "/healthz" || (await isReady());
  response.writeHead(isGood ? 200 : 503, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify({ status: isGood ? "ok" : "not ready" }));
  return true;
}
