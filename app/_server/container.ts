import { createContainer, type Container } from "#server/container.ts";
import { readEnv } from "#server/env.ts";

/** Next loads modules more than once (per bundle, and anew on each edit): the container must outlive that. */
const holder: { polylogueContainer?: Container } = globalThis;

/** The web process's one container, made at the first request. */
export function getContainer(): Container {
  return (holder.polylogueContainer ??= createContainer(readEnv(), "web"));
}
