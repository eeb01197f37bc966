import { Cluster, Command } from "ioredis";
import type { RedisConnection } from "./redis-connection.ts";

/** Which server has which channel. A server is named by its host and port. */
export type SlotMap = {
  /** 0 for every channel where there is only one server. */
  slotOf: (channel: string) => number;
  /** Connects where that was not done yet. Throws where nobody has the slot or nobody can be asked. */
  serverOf: (slot: number) => Promise<string>;
  /** What is known without asking. */
  knownServerOf: (slot: number) => string | undefined;
  /** Asks anew in the background; without it that is done every 500 ms. */
  refresh: () => void;
};

/** The slots of a cluster as its client knows them, or the one server that has everything. */
export function createSlotMap({ client, nodes }: RedisConnection): SlotMap {
  if (!(client instanceof Cluster)) {
    const [node] = nodes;
    const server = `${node?.host}:${node?.port}`;
    return { slotOf: () => 0, serverOf: async () => server, knownServerOf: () => server, refresh: () => undefined };
  }
  const knownServerOf = (slot: number): string | undefined => client.slots[slot]?.[0];
  return {
    slotOf: (channel) => new Command("ssubscribe", [channel]).getSlot() ?? 0,
    knownServerOf,
    async serverOf(slot) {
      if (client.slots.length === 0) await client.ping();
      const server = knownServerOf(slot);
      if (server === undefined) throw new Error(`no server of the cluster has slot ${slot}`);
      return server;
    },
    refresh: () => client.refreshSlotsCache(),
  };
}
