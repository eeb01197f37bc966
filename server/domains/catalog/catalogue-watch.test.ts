import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CatalogueMark } from "./catalogue-revision.ts";
import { CatalogueWatch } from "./catalogue-watch.ts";
import { EMPTY_DOCUMENT } from "./empty-document.ts";
import { testing } from "./testing-catalogue.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function createStore() {
  const state = { revision: 0, connections: "", isAway: false, looks: 0, reads: 0, isUnreadable: false };
  const warnings: string[] = [];
  const logger = {
    info: () => undefined,
    warn: (_what: object, message: string) => void warnings.push(message),
    error: (_what: object, message: string) => void warnings.push(message),
  };
  const revisions = {
    look: async (): Promise<CatalogueMark> => {
      state.looks += 1;
      if (state.isAway) throw new Error("the database is away");
      return { revision: state.revision, connections: state.connections };
    },
    read: async () => {
      state.reads += 1;
      const document = state.isUnreadable ? null : EMPTY_DOCUMENT;
      const connections = state.connections === "" ? [] : [testing.connection(1, { label: state.connections })];
      return { revision: state.revision, document, connections };
    },
  };
  return { state, warnings, watch: new CatalogueWatch({ revisions, logger }) };
}

test("asks nobody before it is first asked, then answers from memory", async () => {
  const { state, watch } = createStore();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(state.looks).toBe(0);
  const first = await watch.current();
  expect(await watch.current()).toBe(first);
  expect(state).toMatchObject({ looks: 1, reads: 1 });
  await watch.stop();
});

test("many who ask first at the same moment share one look, and one that fails is not kept", async () => {
  const { state, watch } = createStore();
  state.isAway = true;
  const refused = await Promise.allSettled([watch.current(), watch.current()]);
  expect(refused.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(state.looks).toBe(1);
  state.isAway = false;
  const snapshots = await Promise.all(Array.from({ length: 100 }, () => watch.current()));
  expect(new Set(snapshots).size).toBe(1);
  expect(state).toMatchObject({ looks: 2, reads: 1 });
  await watch.stop();
});

test("what changed is known half a second later, and what did not is not read again", async () => {
  const { state, watch } = createStore();
  await watch.current();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(state).toMatchObject({ looks: 5, reads: 1 });
  state.revision = 7;
  await vi.advanceTimersByTimeAsync(500);
  expect((await watch.current()).revision).toBe(7);
  state.connections = "another one";
  await vi.advanceTimersByTimeAsync(500);
  expect([...(await watch.current()).connections.values()].map(({ label }) => label)).toEqual(["another one"]);
  await watch.stop();
});

test("who asks for what is true now gets it at once", async () => {
  const { state, watch } = createStore();
  await watch.current();
  state.revision = 3;
  expect((await watch.current()).revision).toBe(0);
  expect((await watch.refresh()).revision).toBe(3);
  expect((await watch.current()).revision).toBe(3);
  await watch.stop();
});

test("while the database is away the last one stays, and that is said once", async () => {
  const { state, warnings, watch } = createStore();
  await watch.current();
  state.isAway = true;
  await vi.advanceTimersByTimeAsync(5_000);
  expect((await watch.current()).revision).toBe(0);
  expect(warnings).toHaveLength(1);
  Object.assign(state, { isAway: false, revision: 2 });
  await vi.advanceTimersByTimeAsync(500);
  expect((await watch.current()).revision).toBe(2);
  await watch.stop();
});

test("who asks first while the database is away is told so, and the next one asks again", async () => {
  const { state, watch } = createStore();
  state.isAway = true;
  await expect(watch.current()).rejects.toThrow("away");
  state.isAway = false;
  expect((await watch.current()).revision).toBe(0);
  await watch.stop();
});

test("a document that this program cannot read is said, and the seed counts", async () => {
  const { state, warnings, watch } = createStore();
  Object.assign(state, { revision: 4, isUnreadable: true });
  const snapshot = await watch.current();
  expect(snapshot).toMatchObject({ revision: 4, document: EMPTY_DOCUMENT });
  expect(snapshot.models.has("gpt-4o")).toBe(true);
  expect(warnings).toHaveLength(1);
  await watch.stop();
});

test("a slow answer never replaces what a later one brought", async () => {
  const { state, watch } = createStore();
  await watch.current();
  const slow = Promise.withResolvers<CatalogueMark>();
  const marks = [slow.promise, Promise.resolve({ revision: 2, connections: "new" })];
  const revisions = {
    look: () => marks.shift() ?? Promise.resolve({ revision: 2, connections: "new" }),
    read: async () => ({ revision: state.revision, document: EMPTY_DOCUMENT, connections: [] }),
  };
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const second = new CatalogueWatch({ revisions, logger });
  const late = second.refresh();
  state.revision = 2;
  await second.refresh();
  state.revision = 1;
  slow.resolve({ revision: 1, connections: "old" });
  await late;
  expect((await second.current()).revision).toBe(2);
  await Promise.all([watch.stop(), second.stop()]);
});

test("after it was stopped it asks nobody any more", async () => {
  const { state, watch } = createStore();
  await watch.current();
  await watch.stop();
  await watch.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(state.looks).toBe(1);
});
