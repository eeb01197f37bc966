import type { LiveGeneration } from "./live-generation.ts";

/** The generations that run in this process. Names are a person's own: the same id of two people names two things. */
export type LiveGenerations = {
  find: (userId: string, generationId: string) => LiveGeneration | null;
  add: (generation: LiveGeneration) => void;
  remove: (generation: LiveGeneration) => void;
  list: () => LiveGeneration[];
  /** Resolves as soon as nothing runs here. */
  whenIdle: () => Promise<void>;
};

/** An empty registry; a process has one. */
export function createLiveGenerations(): LiveGenerations {
  const running = new Map<string, LiveGeneration>();
  let idlers: (() => void)[] = [];
  const nameOf = ({ record }: LiveGeneration): string => `${record.userId} ${record.id}`;
  return {
    find: (userId, generationId) => running.get(`${userId} ${generationId}`) ?? null,
    add: (generation) => void running.set(nameOf(generation), generation),
    remove: (generation) => {
      // Another writer of the same answer may have taken its place.
      if (running.get(nameOf(generation)) === generation) running.delete(nameOf(generation));
      if (running.size > 0) return;
      for (const resolve of idlers) resolve();
      idlers = [];
    },
    list: () => [...running.values()],
    whenIdle: () => (running.size === 0 ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve))),
  };
}
