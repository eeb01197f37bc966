import type { ServerFrame } from "#contracts/socket-frames.ts";
import type { GenerationEnd } from "#server/domains/generations/index.ts";

/**
 * The end of a generation as a viewer of this version of the frames reads it: from version 2 on without the content, which
 * who followed the log has already.
 */
export function presentEnd({ message, ...end }: GenerationEnd, protocolVersion: number): ServerFrame {
  if (protocolVersion < 2) return { type: "generation.end", ...end, message };
  const { parts: _known, ...rest } = message;
  return { type: "generation.end", ...end, message: rest };
}
