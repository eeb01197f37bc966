import { z } from "zod";
import { type ClientFrame, clientFrameSchema } from "#contracts/socket-frames.ts";

/** A frame that makes sense, or the request's name as far as it can be read, for whoever waits for an answer. */
export type ParsedFrame = { frame: ClientFrame; requestId: string } | { frame: null; requestId: string | null };

const namedSchema = z.object({ requestId: z.string().min(1).max(64) });

/** Reads one text frame of a browser. Never throws. */
export function parseClientFrame(text: string): ParsedFrame {
  const content = parseJson(text);
  const { data: frame } = clientFrameSchema.safeParse(content);
  if (frame) return { frame, requestId: frame.requestId };
  return { frame: null, requestId: namedSchema.safeParse(content).data?.requestId ?? null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is not a frame; the caller says so.
    return undefined;
  }
}
