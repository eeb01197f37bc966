const ANSWERS_WITHIN_MS = 2_000;

/** "unready" answers, but cannot do its work at this moment; "silent" did not answer in time. */
export type Health = "ready" | "unready" | "silent";

/** Asks the process that listens on a port of 127.0.0.1 how it is. Never throws. */
export async function askHealth(port: number): Promise<Health> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, {
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
      redirect: "manual",
      // A process that leaves would wait for the end of a connection that is kept.
      headers: { connection: "close" },
    });
    await response.body?.cancel();
    return response.status === 200 ? "ready" : "unready";
  } catch {
    return "silent";
  }
}
