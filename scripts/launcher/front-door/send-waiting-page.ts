import type { IncomingMessage, ServerResponse } from "node:http";

const RETRY_AFTER_SECONDS = 2;

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${RETRY_AFTER_SECONDS}">
<title>One moment</title>
<style>
  :root { color-scheme: light dark }
  body { margin: 0; min-height: 100dvh; display: grid; place-content: center; gap: .5rem; padding: 1.5rem;
    font: 1rem/1.6 system-ui, sans-serif; text-align: center }
  h1 { margin: 0; font-size: 1.25rem; font-weight: 600 }
  p { margin: 0; opacity: .7 }
</style>
</head>
<body>
<h1>Polylogue is getting ready</h1>
<p role="status">This page opens by itself in a moment.</p>
</body>
</html>
`;

/** Says that what was asked for is not up at this moment: a page that tries again by itself, or JSON for a program. */
export function sendWaitingPage(request: IncomingMessage, response: ServerResponse): void {
  const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
  const body = wantsPage ? PAGE : '{"error":"starting","message":"Not ready yet. Try again in a moment."}\n';
  response.writeHead(503, {
    "content-type": wantsPage ? "text/html; charset=utf-8" : "application/json",
    "content-length": Buffer.byteLength(body),
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "retry-after": String(RETRY_AFTER_SECONDS),
    "x-content-type-options": "nosniff",
  });
  response.end(request.method === "HEAD" ? undefined : body);
  // What it still sends is for nobody; unread it would hold the connection.
  request.resume();
}
