import { parseSignInRefusal } from "./sign-in-refusal.ts";

/** Where next-auth sends people who are not in yet; all of it is our one page. */
const PAGES_OF_NEXT_AUTH = new Set(["/api/auth/error", "/api/auth/signin", "/sign-in"]);

/**
 * The absolute address to send the browser to, given where next-auth would send it. Its own pages
 * become /sign-in with one of our error codes, and with `to`, the path to go on to; an address on another origin is only ever the
 * provider's, and passes.
 */
export function toSignInAddress(redirect: string, origin: string): string {
  const target = new URL(redirect, origin);
  if (target.origin !== origin || !PAGES_OF_NEXT_AUTH.has(target.pathname)) return target.href;
  const page = new URL("/sign-in", origin);
  const word = target.searchParams.get("csrf") === "true" ? "expired" : target.searchParams.get("error");
  if (word !== null) {
    const { error, retryAfterSeconds } = parseSignInRefusal(word);
    page.searchParams.set("error", error);
    if (retryAfterSeconds !== null) page.searchParams.set("retryAfterSeconds", String(retryAfterSeconds));
  }
  const path = findPath(target.searchParams.get("callbackUrl"), origin);
  if (path !== "/") page.searchParams.set("to", path);
  return page.href;
}

function findPath(address: string | null, origin: string): string {
  const target = address !== null && URL.canParse(address, origin) ? new URL(address, origin) : null;
  return target?.origin === origin ? target.pathname + target.search : "/";
}
