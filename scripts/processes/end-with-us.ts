import { spawn } from "node:child_process";

/** Must stay below the 5 seconds after which nothing of an instance may be left. */
const GRACE_SECONDS = 2;

// `-s` and `--` are what every shell understands before the number of a group.
const SCRIPTS = {
  // A database stops in its own time: what it writes is everybody's.
  database: 'read -r _ <&3; kill -s INT "$0"',
  // Not TERM, by which a process takes its time: nobody is left to wait for it.
  group: `read -r _ <&3; kill -s INT -- "-$0"; sleep ${GRACE_SECONDS}; kill -s KILL -- "-$0"`,
};

/**
 * Ends process `pid` when this process is gone, however it went: a shell holds the other end of a pipe, and its end of
 * file means that we are no more. "group" also ends what the process started, and waits for nobody long; it must lead
 * a group of its own. The returned function ends the watch.
 */
export function endWithUs(pid: number, kind: keyof typeof SCRIPTS): () => void {
  const watch = spawn("/bin/sh", ["-c", SCRIPTS[kind], String(pid)], {
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
