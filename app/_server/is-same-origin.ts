/**
 * Whether a request that changes something comes from a page of ours, or from no browser at all.
 * A browser says where a request that changes something comes from (Fetch, 3.2).
 */
export function isSameOrigin(headers: Headers, publicOrigin: string): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return origin === publicOrigin;
  const site = headers.get("sec-fetch-site");
  return site === null || site === "same-origin" || site === "none";
}
