import { SOCKET_CLOSE_CODES } from "#contracts/socket-constants.ts";

/**
 * What follows from a socket's end. `sign-out`: the session is over. `outdated`: only a reload helps. `come-back`: at
 * once, for another process is there. `rest`: this tab gave way to another; coming back by itself would take the place
 * away again, so it waits until it is used. `retry`: after a pause; `fault`: the same, but what this tab sent may be the reason.
 */
export type AfterClose = "sign-out" | "outdated" | "come-back" | "rest" | "retry" | "fault";

/** What to do after a close with this code. */
export function afterClose(code: number): AfterClose {
  switch (code) {
    case SOCKET_CLOSE_CODES.sessionEnded:
      return "sign-out";
    case SOCKET_CLOSE_CODES.protocolUnsupported:
      return "outdated";
    case SOCKET_CLOSE_CODES.serverGoing:
      return "come-back";
    case SOCKET_CLOSE_CODES.tooManySockets:
      return "rest";
    case SOCKET_CLOSE_CODES.invalidFrame:
    case SOCKET_CLOSE_CODES.frameTooLarge:
      return "fault";
    default:
      return "retry";
  }
}
