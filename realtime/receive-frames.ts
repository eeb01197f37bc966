import type { WebSocket } from "ws";
import { ERROR_TABLE, AppError, toAppError } from "#server/errors.ts";
import type { Connection } from "./connection.ts";
import type { Gateway } from "./gateway.ts";
import { handleFrame } from "./handle-frame.ts";
import { parseClientFrame } from "./parse-client-frame.ts";

/** How many frames of one socket may wait for the one that is being handled. */
const WAITING_MAX = 32;

/**
 * Reads the frames of one socket, one after the other, so that a later one finds what an earlier one
 * did. A frame that fails is rejected and hurts nobody; a socket that sends nothing else is closed.
 */
export function receiveFrames(gateway: Gateway, connection: Connection, webSocket: WebSocket): void {
  let waiting = 0;
  let last = Promise.resolve();

  function refuse(requestId: string | null, error: AppError): void {
    const { code, userMessage, isRetryable } = error;
    gateway.context.logger[ERROR_TABLE[code].logLevel]({ code, error }, "a frame was rejected");
    connection.send({ type: "reject", requestId, code, userMessage, isRetryable });
    const isSenseless = code === "invalid-input" || code === "rate-limited";
    if (isSenseless && connection.budget.countFault()) connection.close("invalidFrame");
  }

  async function serve(text: string): Promise<void> {
    connection.framesServed += 1;
    const { frame, requestId } = parseClientFrame(text);
    try {
      if (!frame)
        throw new AppError("invalid-input", { message: "the frame is not one of contracts/socket-frames.ts" });
      await handleFrame(gateway, connection, frame);
    } catch (thrown) {
      refuse(requestId, toAppError(thrown));
    } finally {
      waiting--;
    }
  }

  webSocket.on("message", (data, isBinary) => {
    if (connection.isClosing) return;
    // Every frame of ours is text.
    if (isBinary || !Buffer.isBuffer(data)) return connection.close("invalidFrame");
    const text = data.toString();
    if (waiting >= WAITING_MAX || !connection.budget.spend()) {
      return refuse(parseClientFrame(text).requestId, new AppError("rate-limited"));
    }
    waiting++;
    last = last.then(() => serve(text));
  });
}
