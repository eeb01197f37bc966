import { expect, test } from "vitest";
import { isStrictSchema } from "./is-strict-schema.ts";

const place = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
const strict = { ...place, additionalProperties: false };

test("a schema whose objects all demand their fields and no others is strict", () => {
  expect(isStrictSchema(strict)).toBe(true);
  expect(
    isStrictSchema({ ...strict, properties: { list: { type: "array", items: strict } }, required: ["list"] }),
  ).toBe(true);
});

test("one that leaves something open, however deep, is not", () => {
  expect(isStrictSchema(place)).toBe(false);
  expect(isStrictSchema({ ...strict, required: [] })).toBe(false);
  expect(isStrictSchema({ ...strict, properties: { list: { type: "array", items: place } }, required: ["list"] })).toBe(
    false,
  );
});
