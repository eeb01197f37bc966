import { createContainer, type Container } from "#server/container.ts";
import { readEnv } from "#server/env.ts";

declare global {
  /** Next loads modules more than once (per bundle, and anew on each edit): the container must outlive that. */
  var polylogueContainer: Container | undefined;
}

/** The web process's one container, made at the first request. */
export function getContainer(): Container {
  return (globalThis.polylogueContainer ??= createContainer(readEnv(), "web"));
}
