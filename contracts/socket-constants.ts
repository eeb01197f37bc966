/** The WebSocket subprotocol that both sides speak; the browser offers it beside `ticket.<token>`. */
export const SOCKET_PROTOCOL = "polylogue.v1";

/** The newest version of the frames that this code speaks, and the oldest that it still understands. */
export const PROTOCOL_VERSION = 2;
export const PROTOCOL_VERSION_MIN = 1;

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
  /** The version that `hello` names is not spoken here: reload the page. */
  protocolUnsupported: 4426,
  /** This person has as many sockets open as one may have; the oldest idle one gives way. */
  tooManySockets: 4408,
  /** The server restarts: come back at once, another process is there. */
  serverGoing: 1012,
} as const;
