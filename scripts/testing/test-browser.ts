import { readCookies } from "#app/_server/read-cookies.ts";

export type TestBrowser = {
  /** The cookies that the server set, by name. */
  cookies: Map<string, string>;
  /** Every Set-Cookie line as it came. */
  cookieLines: string[];
  get(path: string): Promise<Response>;
  postForm(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
};

/** Calls a route's handler the way a browser does, behind the public port: it keeps cookies and follows nothing. */
export function createTestBrowser(
  { origin, ipAddress }: { origin: string; ipAddress: string },
  handle: (request: Request) => Promise<Response>,
): TestBrowser {
  const cookies = new Map<string, string>();
  const cookieLines: string[] = [];
  const { host, protocol } = new URL(origin);
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    headers.set("x-forwarded-host", host);
    headers.set("x-forwarded-proto", protocol.slice(0, -1));
    headers.set("x-forwarded-for", ipAddress);
    headers.set("user-agent", "a browser");
    const response = await handle(new Request(new URL(path, "http://127.0.0.1:3100"), { ...init, headers }));
    for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  };
  const keep = (line: string): void => {
    cookieLines.push(line);
    const [pair = ""] = line.split(";");
    const [[name, value] = ["", ""]] = Object.entries(readCookies(new Headers({ cookie: pair })));
    if (/Max-Age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  };
  return {
    cookies,
    cookieLines,
    get: (path) => send(path, { method: "GET" }),
    postForm: (path, fields, headers = {}) =>
      send(path, { method: "POST", body: new URLSearchParams(fields), headers: { origin, ...headers } }),
  };
}
