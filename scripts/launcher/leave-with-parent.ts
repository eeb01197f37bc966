// Loaded into every child before its own code: when the launcher is gone, however it went, the child leaves too.

/** Must stay below the 5 seconds after which nothing of an instance may be left. */
const LEAVE_WITHIN_MS = 3_500;

process.on("disconnect", () => {
  setTimeout(() => process.exit(1), LEAVE_WITHIN_MS).unref();
  process.kill(process.pid, "SIGTERM");
});
