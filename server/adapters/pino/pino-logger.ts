import { pino } from "pino";
import type { Logger } from "#server/ports/logger.ts";

/**
 * Names of fields that could hold a secret or what somebody said, at any of the first two levels. `command` is what the
 * client of Redis adds to an error.
 */
const REDACTED = "apiKey password token ticket secret cookie authorization parts text command".split(" ");

/** JSON lines on standard output, one object a line, `process` naming which of ours wrote it. */
export function createPinoLogger(process: string, level: string): Logger {
  return pino({
    level,
    base: { process },
    redact: { paths: REDACTED.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
    serializers: { error: pino.stdSerializers.err },
  });
}
