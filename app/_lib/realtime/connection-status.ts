/**
 * How this tab stands with the server. `idle`: not asked to connect yet. `connecting`: a first or a
 * quick further attempt. `offline`: attempts keep failing or the device has no network.
 * `signed-out`: the session has ended; no further attempt is made. `outdated`: the server speaks frames
 * that this page does not know; only a reload helps, and no further attempt is made.
 */
export type ConnectionStatus = "idle" | "connecting" | "online" | "offline" | "signed-out" | "outdated";
