import type { Pool } from "pg";
import type { GenerationLog } from "#server/ports/generation-log.ts";

/** To be written. */
export function createPostgresGenerationLog(_pool: Pool): GenerationLog {
  throw new Error("to be written");
}
