import { expect, test } from "vitest";
import type { GenerationEnd, GenerationListener, GenerationView } from "#server/domains/generations/index.ts";
import type { Cursor } from "#contracts/socket-frames.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import { Broadcast } from "./broadcast.ts";
import type { Connection } from "./connection.ts";

const text = (value: string): StreamPart => ({ type: "text-delta", text: value });

/** A generation at two parts whose listener a test speaks through. */
function createView() {
  let listener: GenerationListener | null = null;
  const state = { stopped: false, seq: 2 };
  const view: GenerationView = {
    record: { userId: "user", id: "generation", conversationId: "conversation", answerId: "answer" },
    cursor: () => ({ epoch: 2, seq: state.seq }),
    content: () => [{ type: "text", text: "ab" }],
    partsAfter: (seq) => [text("a"), text("b")].slice(seq),
    listen: (given) => {
      listener = given;
      return () => (state.stopped = true);
    },
  };
  return { view, state, speak: () => listener ?? expect.unreachable() };
}

/** A viewer that keeps what it is written, the payloads of all frames of one write together. */
function createViewer(): { viewer: Connection; heard: string[]; read: { isSlow: boolean } } {
  const heard: string[] = [];
  const read = { isSlow: false };
  const viewer = {
    get isSlow() {
      return read.isSlow;
    },
    write: (frame: Buffer) => heard.push(frame.toString("latin1")),
    send: (frame: { type: string }) => heard.push(frame.type),
  } as unknown as Connection;
  return { viewer, heard, read };
}

function start(events = { onDone: () => {}, onMoved: (_viewers: ReadonlyMap<Connection, Cursor | null>) => {} }) {
  const { view, state, speak } = createView();
  const broadcast = new Broadcast(view, events);
  broadcast.start();
  return { broadcast, state, speak };
}

test.each([
  ["nothing of it", null, "generation.snapshot"],
  ["its very beginning", { epoch: 2, seq: 0 }, "generation.snapshot"],
  ["something of another epoch", { epoch: 1, seq: 2 }, "generation.snapshot"],
  ["a part of it", { epoch: 2, seq: 1 }, "generation.resume"],
  ["all of it", { epoch: 2, seq: 2 }, "generation.resume"],
])("who shows %s begins with the shorter way to the truth", (_what, cursor, type) => {
  const { viewer, heard } = createViewer();
  start().broadcast.add(viewer, cursor);
  expect(heard).toEqual([type]);
});

test("a delta is one small frame, the same bytes for all viewers", () => {
  const { broadcast, speak } = start();
  const viewers = [createViewer(), createViewer()];
  for (const { viewer } of viewers) broadcast.add(viewer, null);
  speak().onParts(3, [text("c")]);
  const [one, other] = viewers.map(({ heard }) => heard.at(-1));
  expect(one).toBe(other);
  expect(one).toMatch(/\["\w+",3,"c"\]$/);
  expect(one?.length).toBeLessThan(16);
});

test("a slow viewer gets no deltas, then one snapshot when it has caught up, then deltas again", () => {
  const { broadcast, speak } = start();
  const { viewer, heard, read } = createViewer();
  broadcast.add(viewer, null);
  read.isSlow = true;
  speak().onParts(3, [text("c")]);
  read.isSlow = false;
  speak().onParts(4, [text("d")]);
  expect(heard).toEqual(["generation.snapshot"]);
  broadcast.catchUp(viewer);
  broadcast.catchUp(viewer);
  speak().onParts(5, [text("e")]);
  expect(heard).toHaveLength(3);
  expect(heard[1]).toBe("generation.snapshot");
});

test("when nobody is left, or it is over, it stops listening and is forgotten", () => {
  const done: string[] = [];
  const { broadcast, state } = start({ onDone: () => done.push("done"), onMoved: () => {} });
  const { viewer } = createViewer();
  broadcast.add(viewer, null);
  broadcast.remove(viewer);
  expect({ done, stopped: state.stopped }).toEqual({ done: ["done"], stopped: true });
});

test.each([
  ["more than there is", { epoch: 2, seq: 4 }],
  ["a later writer", { epoch: 3, seq: 1 }],
])("from who shows %s nothing is taken back", (_what, cursor) => {
  const { viewer, heard } = createViewer();
  const { broadcast, speak } = start();
  broadcast.add(viewer, cursor);
  speak().onParts(3, [text("c")]);
  broadcast.catchUp(viewer);
  broadcast.add(viewer, null);
  expect(heard).toEqual([]);
});

test("who showed more goes on from there as soon as there is as much", () => {
  const { viewer, heard } = createViewer();
  const { broadcast, state, speak } = start();
  broadcast.add(viewer, { epoch: 2, seq: 3 });
  state.seq = 4;
  speak().onParts(3, [text("c"), text("d")]);
  expect(heard).toEqual(["generation.resume"]);
  speak().onParts(5, [text("e")]);
  expect(heard).toHaveLength(2);
});

test("when the generation goes on elsewhere its viewers are handed over, with what they show", () => {
  const moved = new Map<Connection, Cursor | null>();
  const onMoved = (viewers: ReadonlyMap<Connection, Cursor | null>) =>
    viewers.forEach((cursor, viewer) => moved.set(viewer, cursor));
  const { broadcast, speak } = start({ onDone: () => {}, onMoved });
  const [watching, ahead, slow] = [createViewer(), createViewer(), createViewer()];
  broadcast.add(watching.viewer, null);
  broadcast.add(ahead.viewer, { epoch: 2, seq: 9 });
  broadcast.add(slow.viewer, null);
  slow.read.isSlow = true;
  speak().onParts(3, [text("c")]);
  speak().onMoved();
  expect([...moved.values()]).toEqual([{ epoch: 2, seq: 2 }, { epoch: 2, seq: 9 }, null]);
});

test("who followed a log that was lost is handed the answer with its end", () => {
  const { broadcast, state, speak } = start();
  const { viewer, heard } = createViewer();
  broadcast.add(viewer, null);
  const end = {
    generationId: "generation",
    seq: 3,
    contentHash: "",
    message: { parts: [] },
  } as unknown as GenerationEnd;
  state.seq = 0;
  speak().onEnd(end);
  expect(heard.slice(0, 2)).toEqual(["generation.snapshot", "message.put"]);
  expect(heard.at(-1)).toContain("generation.end");
});

test("who followed to the end has the content already, and is handed the end alone", () => {
  const { broadcast, speak } = start();
  const { viewer, heard } = createViewer();
  broadcast.add(viewer, null);
  speak().onEnd({ generationId: "generation", seq: 2, contentHash: "", message: {} } as unknown as GenerationEnd);
  expect(heard).toEqual(["generation.snapshot", expect.stringContaining("generation.end")]);
});
