/**
 * How the engine of a realtime process is started. After a rush of handshakes it would keep what it took for their
 * short-lived things, 128 MB by default: beside 15,000 idle sockets that is half of all memory, and nothing is faster for it.
 */
export const REALTIME_FLAGS: readonly string[] = ["--max-semi-space-size=16"];
