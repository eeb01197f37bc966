import { expect, test } from "vitest";
import { closeObjects } from "./close-objects.ts";

test("every object of a schema is closed, however deep, and the rest stays", () => {
  const place = { type: "object", properties: { city: { type: "string" } }, additionalProperties: true };
  const schema = { type: "object", properties: { places: { type: "array", items: place } }, required: ["places"] };
  expect(closeObjects(schema)).toEqual({
    type: "object",
    properties: { places: { type: "array", items: { ...place, additionalProperties: false } } },
    required: ["places"],
    additionalProperties: false,
  });
});
