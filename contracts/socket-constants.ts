/** The WebSocket subprotocol that both sides speak; the browser offers it beside `ticket.<token>`. */
export const SOCKET_PROTOCOL = "polylogue.v1";

/** The largest frame, in bytes, that the server reads. */
export const CLIENT_FRAME_BYTES_MAX = 2_000_000;

/** Why the server closes a socket. 4000 to 4999 are an application's own (RFC 6455, 7.4.2). */
export const SOCKET_CLOSE_CODES = {
  unauthenticated: 4401,
  forbiddenOrigin: 4403,
  sessionEnded: 4410,
  invalidFrame: 4400,
  frameTooLarge: 1009,
  tooSlow: 4429,
  serverGoing: 1012,
} as const;
