/** What next-auth writes to, in the shape of a Next.js API route's response, and then reads as a web Response. */
export type NextAuthResponse = {
  status(code: number): NextAuthResponse;
  getHeader(name: string): string[];
  setHeader(name: string, value: string | string[]): NextAuthResponse;
  json(body: unknown): void;
  send(body: unknown): void;
  end(): void;
  /** Adds one cookie, as its Set-Cookie line. */
  appendCookie(line: string): void;
  /** Sends the browser to `address`, or tells a script that it was refused and why. */
  refuse(address: string, isScript: boolean): void;
  /** The finished answer; nothing may be written after it. */
  finish(): Response;
};

/** An empty answer. `rewrite` decides where a redirect, as a header or as `url` in JSON, really leads. */
export function createNextAuthResponse(rewrite: (address: string) => string): NextAuthResponse {
  const headers = new Headers({ "cache-control": "private, no-store" });
  let status = 200;
  let body: string | null = null;
  const response: NextAuthResponse = {
    status(code) {
      status = code;
      return response;
    },
    getHeader: () => headers.getSetCookie(),
    setHeader(name, value) {
      headers.delete(name);
      for (const each of [value].flat()) headers.append(name, name === "Location" ? rewrite(each) : each);
      return response;
    },
    json(value) {
      headers.set("content-type", "application/json");
      body = JSON.stringify(isRedirect(value) ? { url: rewrite(value.url) } : value);
    },
    send(value) {
      if (typeof value === "string") body = value;
      else if (value !== undefined) response.json(value);
    },
    end: () => {},
    appendCookie: (line) => headers.append("Set-Cookie", line),
    refuse(address, isScript) {
      if (isScript) response.status(403).json({ url: address });
      else response.status(303).setHeader("Location", address);
    },
    finish: () => new Response(body, { status, headers }),
  };
  return response;
}

function isRedirect(value: unknown): value is { url: string } {
  return typeof value === "object" && value !== null && "url" in value && typeof value.url === "string";
}
