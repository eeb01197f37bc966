import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { listCursorSchema, writeListCursor } from "./list-cursor.ts";

test("a cursor that was written is read back", () => {
  const cursor = { updatedAt: new Date(1_790_000_000_123), id: uuidv7() };
  expect(listCursorSchema.parse(writeListCursor(cursor))).toEqual(cursor);
});

const encode = (content: unknown) => Buffer.from(JSON.stringify(content)).toString("base64url");

test.each([
  "",
  "not a cursor",
  encode(null),
  encode([1]),
  encode([1, "x"]),
  encode([-1, uuidv7()]),
  encode([9e15, uuidv7()]),
  encode([1.5, uuidv7()]),
  "a".repeat(201),
])("%j is refused", (text) => {
  expect(listCursorSchema.safeParse(text).success).toBe(false);
});
