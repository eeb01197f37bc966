import type { ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";

/**
 * The frame in a socket message, or null when it is none. Checks the outer shape only: the server
 * of this origin is trusted, and its schemas must not cost the first page their bytes.
 */
export function parseServerFrame(data: unknown): ServerFrame | TextDeltaFrame | null {
  if (typeof data !== "string") return null;
  try {
    const value: unknown = JSON.parse(data);
    if (Array.isArray(value)) return value.length === 3 ? (value as TextDeltaFrame) : null;
    const isFrame = typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
    return isFrame ? (value as ServerFrame) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
