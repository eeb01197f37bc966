import type { IncomingMessage, ServerResponse } from "node:http";

/** What the process knows of itself. */
export type Health = { isReady: () => Promise<boolean> };

/** `/healthz`: the process runs. `/readyz`: it takes sockets and reaches its database. Everything else is not here. */
export function answerHealth(health: Health, request: IncomingMessage, response: ServerResponse): void {
  if (request.url === "/healthz") return answer(response, 200);
  if (request.url !== "/readyz") return answer(response, 404);
  health.isReady().then(
    (isReady) => answer(response, isReady ? 200 : 503),
    () => answer(response, 503),
  );
}

function answer(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/plain", "cache-control": "no-store" });
  response.end(status === 200 ? "ok\n" : status === 404 ? "not here\n" : "not ready\n");
}
