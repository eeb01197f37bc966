import { execFileSync } from "node:child_process";

/** A way to run `redis-server` here. */
export type RedisProgram = {
  /** How it was obtained, for the log: "an installed redis-server". */
  origin: string;
  file: string;
  /** What comes before the server's own flags; `name` and `folder` are those of this one server. */
  before: (name: string, folder: string) => string[];
  /** Ends the server of this name where killing its process would not. */
  end: (name: string) => void;
};

const NAMES = ["redis-server", "valkey-server"];
/** The first with sharded publish and subscribe. */
const VERSION_MIN = 7;
const IMAGE = "redis:8";
const INSTALL =
  "apt-get -o DPkg::Lock::Timeout=300 update && apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends redis-server";

/** What a person can do where there is none. */
export const NO_REDIS =
  "There is no Redis 7 or later for the tests: install the package `redis-server`, or start Docker, then start again.";

/** The one that is installed, else Docker's, else what apt-get installs for root. Null where none of these is possible. */
export function ensureRedisProgram(): RedisProgram | null {
  return findInstalled() ?? findDocker() ?? install();
}

/** The `redis-server` or `valkey-server` of this machine, if it is new enough. */
export function findInstalled(): RedisProgram | null {
  const file = NAMES.find((name) => Number(/ v=(\d+)/.exec(run(name, ["--version"]) ?? "")?.[1]) >= VERSION_MIN);
  return file ? { origin: `an installed ${file}`, file, before: () => [], end: () => undefined } : null;
}

/** Linux only: elsewhere a container does not share the network of this machine. */
export function findDocker(): RedisProgram | null {
  if (process.platform !== "linux" || run("docker", ["version"]) === null) return null;
  return {
    origin: `Docker (${IMAGE})`,
    file: "docker",
    before: (name, folder) =>
      `run --rm --network=host --name=${name} --volume=${folder}:${folder} ${IMAGE} redis-server`.split(" "),
    end: (name) => void run("docker", ["rm", "--force", name]),
  };
}

/** Installs the system's package, which root alone may, and answers what is there then. */
export function install(): RedisProgram | null {
  if (process.getuid?.() !== 0 || run("apt-get", ["--version"]) === null) return null;
  console.log("Installing redis-server for the tests");
  // In this run level a package does not start its service.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  run("sh", ["-c", INSTALL], env);
  return findInstalled();
}

function run(file: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string | null {
  try {
    return execFileSync(file, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], env });
  } catch {
    return null;
  }
}
