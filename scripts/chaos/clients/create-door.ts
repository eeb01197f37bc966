import type { ChaosCluster } from "#scripts/chaos/cluster/chaos-cluster.ts";
import type { Actor } from "#server/context.ts";
import { createDirectDoor } from "./direct-door.ts";
import type { Door } from "./door.ts";
import { createWebDoor } from "./web-door.ts";

/** A client's way into the cluster. It begins at the realtime process of its plan; afterwards chance decides. */
export function createDoor(cluster: ChaosCluster, actor: Actor, firstRealtime: number): Door {
  const ports = [...cluster.lines.values()].map(({ port }) => port);
  let isFirst = true;
  const pickPort = (chance: number): number => {
    const place = isFirst ? firstRealtime : Math.floor(chance * ports.length);
    isFirst = false;
    return ports[place] ?? 0;
  };
  const { webUrl, container } = cluster;
  if (webUrl === null) return createDirectDoor(container.context, actor, pickPort);
  return createWebDoor({ webUrl, authSecret: container.env.AUTH_SECRET, pickPort }, actor);
}
