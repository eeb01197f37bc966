import { parseSignInRefusal } from "./sign-in-refusal.ts";

/** Where next-auth sends people who are not in yet; all of it is our one page. */
const PAGES_OF_NEXT_AUTH = new Set(["/api/auth/error", "/api/auth/signin", "/sign-in"]);

/**
 * The absolute address to send the browser to, given where next-auth would send it. Its own pages
 * become /sign-in with one of our error codes; an address on another origin is only ever the
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
  const callbackUrl = target.searchParams.get("callbackUrl");
  if (callbackUrl !== null) page.searchParams.set("callbackUrl", callbackUrl);
  return page.href;
}
