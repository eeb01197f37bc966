import type { LoggerInstance } from "next-auth";
import type { Logger } from "#server/ports/logger.ts";

/** What next-auth calls a cookie that our callback refuses, which is nothing unusual. */
const COOKIE_OF_AN_ENDED_SESSION = "JWT_SESSION_ERROR";

/** next-auth's log lines in ours. Its metadata may hold profiles and tokens, so that only the error's own words pass. */
export function createAuthenticationLogger(logger: Logger): LoggerInstance {
  return {
    error(code, metadata) {
      const level = code === COOKIE_OF_AN_ENDED_SESSION ? "info" : "warn";
      logger[level]({ code, reason: findReason(metadata) }, "a sign-in failed");
    },
    warn: (code) => logger.warn({ code }, "next-auth warns"),
    debug: () => {},
  };
}

function findReason(metadata: Error | { error?: Error }): string {
  const error = metadata instanceof Error ? metadata : metadata.error;
  return error?.message ?? "unknown";
}
