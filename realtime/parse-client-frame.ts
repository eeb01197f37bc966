import { z } from "zod";
import { type ClientFrame, clientFrameSchema } from "#contracts/socket-frames.ts";
import { isPlainJson } from "./is-plain-json.ts";

/** A frame that makes sense, or the request's name as far as it can be read, for whoever waits for an answer. */
export type ParsedFrame = { frame: ClientFrame; requestId: string } | { frame: null; requestId: string | null };

const namedSchema = z.object({ requestId: z.string().min(1).max(64) });

/** Reads one text frame of a browser, whose UTF-8 was checked. Never throws. */
export function parseClientFrame(data: Buffer): ParsedFrame {
  const content = isPlainJson(data) ? parseJson(data.toString()) : undefined;
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
