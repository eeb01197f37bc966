import { createProgress, type Progress } from "#scripts/install/progress.mjs";
import { Refusal } from "#scripts/install/refusal.mjs";
import { launch, type LaunchOptions } from "./launch.ts";
import { loadSettings } from "./load-settings.ts";
import { restartProcesses, type RestartOptions } from "./restart-processes.ts";
import { stopInstance, type Instance } from "./stop-instance.ts";

export type LauncherOptions = { root: string } & Pick<LaunchOptions, "isDevelopment" | "plan" | "build">;

/** Runs an instance until a signal, or until the process that started this one is gone; returns the exit code. */
export async function runLauncher(options: LauncherOptions): Promise<number> {
  const progress = createProgress();
  const instance: Instance = { processes: [] };
  const stopping = new AbortController();
  const stopped = stopOnSignals(stopping, progress, instance);
  restartOnSignal(instance, { ...options, progress, signal: stopping.signal });
  try {
    const settings = await loadSettings(options.root, process.env);
    await launch(instance, { ...options, settings, progress, signal: stopping.signal });
    await stopped;
    await stopInstance(instance, "graceful");
    progress.line("Stopped");
    return 0;
  } catch (cause) {
    const wasAsked = stopping.signal.aborted;
    stopping.abort();
    await stopInstance(instance, "graceful");
    if (wasAsked) return 0;
    if (!(cause instanceof Refusal)) throw cause;
    process.stderr.write(`\n${cause.message}\n`);
    return 1;
  }
}

/** The first signal stops gracefully; the second ends everything now. */
async function stopOnSignals(stopping: AbortController, progress: Progress, instance: Instance): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      if (stopping.signal.aborted) return void stopInstance(instance, "now");
      progress.line("Stopping");
      stopping.abort();
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
    process.once("disconnect", () => !stopping.signal.aborted && stop());
  });
}

/** `npm run restart` sends it, the one signal that a terminal never does. */
function restartOnSignal(instance: Instance, options: RestartOptions): void {
  let restarting: Promise<void> | null = null;
  process.on("SIGUSR2", () => {
    restarting ??= restartProcesses(instance, options).finally(() => (restarting = null));
  });
}
