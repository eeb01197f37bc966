/** An engine that answers. `stop` ends what was started for it and is safe to repeat. */
export type RunningEngine = {
  /** What the engine's tests read from its `addressVariable`. */
  address: string;
  /** How it was obtained, for the log: "an installed binary". */
  origin: string;
  stop: () => Promise<void>;
};

/** An engine that can run beside the embedded PostgreSQL. Each way to it answers null where it is not open here. */
export interface Engine {
  /** Also the name of the vitest project with its tests, where it has one of its own. */
  name: string;
  /** What is not proved without it. */
  proves: string;
  /** The environment variable with the address of one that runs already. */
  addressVariable: string;
  /** Starts one from binaries that are installed on this machine. */
  startInstalled(): Promise<RunningEngine | null>;
  /** Starts one in a container. */
  startInDocker(): Promise<RunningEngine | null>;
  /** Installs one from a folder of archives into the repository's cache, and starts it. */
  startFromArchives(folder: string): Promise<RunningEngine | null>;
  /** Installs one by the system's own package manager, where this process may, and starts it. */
  installAndStart(): Promise<RunningEngine | null>;
}
