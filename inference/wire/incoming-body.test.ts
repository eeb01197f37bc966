import { expect, test } from "vitest";
import { IncomingBody } from "./incoming-body.ts";

/** A body and what it asked of its connection. */
function create(signal = new AbortController().signal): { body: IncomingBody; asked: string[] } {
  const asked: string[] = [];
  const note = (what: string) => (): void => void asked.push(what);
  return {
    body: new IncomingBody({ abort: note("abort"), pause: note("pause"), resume: note("resume") }, signal),
    asked,
  };
}

const bytes = (text: string): Uint8Array => Buffer.from(text);

test("what came together is read together, and then the end", async () => {
  const { body } = create();
  body.push(bytes("a"));
  body.push(bytes("b"));
  expect(String(await body.read())).toBe("ab");
  const next = body.read();
  body.push(bytes("c"));
  body.push(bytes("d"));
  expect(String(await next)).toBe("cd");
  body.end();
  expect([await body.read(), await body.read()]).toEqual([null, null]);
});

test("what had come before the connection broke is read before that is known", async () => {
  const { body } = create();
  body.push(bytes("a"));
  body.fail(new Error("broken"));
  body.end();
  expect(String(await body.read())).toBe("a");
  await expect(body.read()).rejects.toThrow("broken");
  await expect(body.read()).rejects.toThrow("broken");
});

test("a connection waits while more is unread than a reader should find, and goes on when it is read", async () => {
  const { body, asked } = create();
  body.push(new Uint8Array(64 * 1024));
  expect(asked).toEqual([]);
  body.push(new Uint8Array(1));
  body.push(new Uint8Array(1));
  expect(asked).toEqual(["pause"]);
  expect((await body.read())?.byteLength).toBe(64 * 1024 + 2);
  expect(asked).toEqual(["pause", "resume"]);
});

test("nothing that had come is read after an abort", async () => {
  const controller = new AbortController();
  const { body } = create(controller.signal);
  body.push(bytes("a"));
  body.end();
  controller.abort(new Error("enough"));
  await expect(body.read()).rejects.toThrow("enough");
});

test("a released body whose end comes leaves its connection alone", () => {
  const { body, asked } = create();
  body.release();
  body.end();
  body.cancel();
  expect(asked).toEqual([]);
});

test("a released body with more to read, now or later, closes its connection", () => {
  const now = create();
  now.body.push(bytes("a"));
  now.body.release();
  const later = create();
  later.body.release();
  later.body.push(bytes("a"));
  expect([now.asked, later.asked]).toEqual([["abort"], ["abort"]]);
});
