/** The cookies of a request by name (RFC 6265, 5.4); of two with one name the first counts, which is the more specific. */
export function readCookies(headers: Headers): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null);
  for (const pair of headers.get("cookie")?.split(";") ?? []) {
    const [name = "", ...rest] = pair.split("=");
    const value = rest.join("=").trim().replaceAll(/^"|"$/g, "");
    cookies[name.trim()] ??= decode(value);
  }
  return cookies;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
