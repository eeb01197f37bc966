import { expect, test } from "vitest";
import { toOutputSchema } from "./to-output-schema.ts";

test("every object is closed, however deep, and the rest stays", () => {
  const place = { type: "object", properties: { city: { type: "string" } }, additionalProperties: true };
  const schema = {
    type: "object",
    properties: { places: { type: "array", items: place }, one: { anyOf: [place, { type: "null" }] } },
    required: ["places"],
    $defs: { place },
  };
  const closed = { ...place, additionalProperties: false };
  expect(toOutputSchema(schema)).toEqual({
    type: "object",
    properties: { places: { type: "array", items: closed }, one: { anyOf: [closed, { type: "null" }] } },
    required: ["places"],
    $defs: { place: closed },
    additionalProperties: false,
  });
});

test("bounds are left out, and what is only called like one stays", () => {
  const schema = {
    type: "object",
    properties: {
      minimum: { type: "integer", minimum: 1, maximum: 9 },
      words: { type: "array", items: { type: "string", maxLength: 5, enum: ["a"] }, maxItems: 3 },
    },
  };
  expect(toOutputSchema(schema)).toEqual({
    type: "object",
    properties: {
      minimum: { type: "integer" },
      words: { type: "array", items: { type: "string", enum: ["a"] } },
    },
    additionalProperties: false,
  });
});
