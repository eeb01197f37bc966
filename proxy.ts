import { NextResponse, type NextRequest } from "next/server";
import { readEnv, type Env } from "#server/env.ts";

/** Everything but what the build made, whose bytes carry no page; each by its whole name, or a page could begin with it. */
export const config = {
  matcher: ["/((?!_next/static|_next/image|icon\\.svg$|apple-icon\\.png$|manifest\\.webmanifest$).*)"],
};

let knownEnv: Env | undefined;

/**
 * Gives every page its security headers: a policy with a fresh nonce that alone lets scripts run,
 * and the rest of what browsers can be told to refuse. It guards no data; every page and procedure
 * asks for itself who is there.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  knownEnv ??= readEnv();
  const policy = contentSecurityPolicy(nonce, knownEnv);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-page-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  if (request.headers.get("x-forwarded-proto") === "https") {
    response.headers.set("strict-transport-security", "max-age=31536000");
  }
  response.headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  return response;
}

function contentSecurityPolicy(nonce: string, { NODE_ENV, ...issuers }: Env): string {
  // React's development build evaluates code to name components in stack traces.
  const development = NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    `form-action ${listFormTargets(issuers)}`,
  ].join("; ");
}

/** A sign-in form posts to us and is sent on to its issuer: browsers hold both against `form-action`. */
function listFormTargets(env: Omit<Env, "NODE_ENV">): string {
  const issuers = [
    env.GOOGLE_CLIENT_ID && "https://accounts.google.com",
    env.GITHUB_CLIENT_ID && "https://github.com",
    env.AUTH0_ISSUER && new URL(env.AUTH0_ISSUER).origin,
    env.OIDC_ISSUER && new URL(env.OIDC_ISSUER).origin,
  ];
  return ["'self'", ...issuers.filter(Boolean)].join(" ");
}
