import type { Engine } from "#scripts/engines/engine.ts";
import { startInDocker } from "./start-in-docker.ts";
import { startFromArchives } from "./start-from-archives.ts";
import { startInstalled } from "./start-installed.ts";

/**
 * PostgreSQL spread over three servers. Its address is three addresses, comma-separated, each with
 * the right to create databases: the coordinator first, then its workers.
 */
export const citusEngine: Engine = {
  name: "citus",
  proves: "the data layer on a Citus cluster of three servers",
  addressVariable: "CITUS_URL",
  startInstalled,
  startInDocker,
  startFromArchives,
  installAndStart: async () => null,
};
