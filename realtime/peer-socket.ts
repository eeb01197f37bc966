import { WebSocket } from "ws";

/** What a socket tells whoever reads it. */
export interface SocketListener {
  onFrame(data: Buffer, isBinary: boolean): void;
  onPing(data: Buffer): void;
  onPong(data: Buffer): void;
  /** What came is no frame: the library is saying goodbye with its own code, and nothing more is read. */
  onFault(): void;
  /** Called once, and nothing comes after it. */
  onClose(): void;
}

/**
 * The library's socket, with one listener that it tells directly: five of the usual ones on each of many thousand idle
 * sockets would need more memory than everything else that we know of them.
 */
export class PeerSocket extends WebSocket {
  listener: SocketListener | null = null;

  override emit(name: string | symbol, ...details: unknown[]): boolean {
    const { listener } = this;
    const [data, isBinary] = details;
    if (name === "error") listener?.onFault();
    else if (name === "close") listener?.onClose();
    else if (!Buffer.isBuffer(data)) return super.emit(name, ...details);
    else if (name === "message") listener?.onFrame(data, isBinary === true);
    else if (name === "ping") listener?.onPing(data);
    else if (name === "pong") listener?.onPong(data);
    return listener !== null;
  }
}
