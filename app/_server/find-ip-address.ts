/** The network address that the public port saw: the last of X-Forwarded-For, which only it writes. */
export function findIpAddress(headers: Headers): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return last || "unknown";
}
