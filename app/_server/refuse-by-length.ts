import { CLIENT_FRAME_BYTES_MAX } from "#contracts/socket-constants.ts";

/**
 * The refusal of a request whose body may not be read, before any of it is: one that does not say its length (411), or is longer
 * than what a socket may send (413). Null where it may. Node reads no more of a body than was said.
 */
export function refuseByLength(headers: Headers): Response | null {
  const length = headers.get("content-length");
  if (length === null || !/^\d+$/.test(length)) return new Response("Say the length of the content.", { status: 411 });
  if (Number(length) > CLIENT_FRAME_BYTES_MAX) return new Response("This is too long.", { status: 413 });
  return null;
}
