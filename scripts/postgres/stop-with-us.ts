import { spawn } from "node:child_process";

/**
 * Lets the database stop by itself when this process is gone, however it went: a shell holds the other end of a
 * pipe, and its end of file means that we are no more. The returned function ends the watch.
 */
export function stopWithUs(pid: number): () => void {
  const script = 'read -r _ <&3; kill -INT "$0" 2>/dev/null';
  const watch = spawn("/bin/sh", ["-c", script, String(pid)], {
    detached: true,
    cwd: "/",
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  watch.unref();
  return () => {
    watch.kill("SIGKILL");
    for (const stream of watch.stdio) stream?.destroy();
  };
}
