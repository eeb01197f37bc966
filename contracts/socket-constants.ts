/** The WebSocket subprotocol that both sides speak; the browser offers it beside `ticket.<token>`. */
export const SOCKET_PROTOCOL = "polylogue.v1";

/** The newest version of the frames that this code speaks, and the oldest that it still understands. */
export const PROTOCOL_VERSION = 2;
export const PROTOCOL_VERSION_MIN = 1;

/** The largest frame, in bytes, that the server reads. */
export const CLIENT_FRAME_BYTES_MAX = 2_000_000;

/**
 * Every code with which the server closes a socket; it only ever echoes another one, a browser's own. 4000 to 4999 are
 * an application's (RFC 6455, 7.4.2). A handshake that is refused has no socket to close: its HTTP status says why.
 */
export const SOCKET_CLOSE_CODES = {
  /** The server restarts: come back at once, another process is there. */
  serverGoing: 1012,
  /** The session ended, expired or was revoked: sign in again. */
  sessionEnded: 4410,
  /** The version that `hello` names is not spoken here, or `hello` was not the first frame: reload the page. */
  protocolUnsupported: 4426,
  /** This person has as many sockets open as one may have; the one that asked for nothing for longest gives way. */
  tooManySockets: 4408,
  /** What it was sent waits for too long or is too much, or it takes too long to send one frame. */
  tooSlow: 4429,
  /** More of this person's frames wait to be read or served than one person may let wait. */
  tooMuchWaiting: 4413,
  /** A binary frame, or too many frames without sense or beyond the rate. */
  invalidFrame: 4400,
  /** Bytes that are no WebSocket frame: not masked, a reserved bit, an unknown kind. */
  protocolError: 1002,
  /** Text that is not UTF-8. */
  invalidText: 1007,
  /** A frame in too many pieces. */
  tooManyPieces: 1008,
  /** A frame of more than CLIENT_FRAME_BYTES_MAX bytes. */
  frameTooLarge: 1009,
} as const;
