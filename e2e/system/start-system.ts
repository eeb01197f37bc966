import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSimulator } from "#inference/simulator/start-simulator.ts";

/** All real processes behind one port on a data folder of their own, and the simulator as the only provider. */
export type RunningSystem = { url: string; launcher: ChildProcess; stop: () => Promise<void> };

/** Starts the system as `npm start` does and waits until it is ready. `stop` leaves nothing behind. */
export async function startSystem(options: { port: number; simulatorPort: number }): Promise<RunningSystem> {
  const folder = await mkdtemp(join(tmpdir(), "polylogue-system-"));
  await chmod(folder, 0o711);
  const simulator = await startSimulator({ port: options.simulatorPort });
  const launcher = spawn(process.execPath, ["scripts/launcher/main.ts"], {
    stdio: "inherit",
    env: {
      ...process.env,
      PORT: String(options.port),
      DATA_FOLDER: join(folder, "data"),
      DISCOVER_LOCAL_MODELS: "false",
      LOG_LEVEL: "warn",
    },
  });
  const exited = once(launcher, "exit");
  const url = `http://127.0.0.1:${options.port}`;
  const stop = async (): Promise<void> => {
    launcher.kill("SIGTERM");
    await exited;
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  };
  await Promise.race([untilReady(url), exited.then(() => Promise.reject(new Error("The launcher ended.")))]).catch(
    async (cause: unknown) => {
      await stop();
      throw cause;
    },
  );
  return { url, launcher, stop };
}

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const isReady = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
