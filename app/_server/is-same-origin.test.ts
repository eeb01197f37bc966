import { expect, test } from "vitest";
import { isSameOrigin } from "./is-same-origin.ts";

const HERE = "https://chat.example.org";

test.each([{ origin: HERE }, { "sec-fetch-site": "same-origin" }, { "sec-fetch-site": "none" }, {}])(
  "%j comes from us, or from no browser",
  (headers) => {
    expect(isSameOrigin(new Headers({ ...headers }), HERE)).toBe(true);
  },
);

test.each([
  { origin: "https://evil.example" },
  { origin: "http://chat.example.org" },
  { origin: "https://other.example.org" },
  { origin: "null" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
])("%j does not", (headers) => {
  expect(isSameOrigin(new Headers({ ...headers }), HERE)).toBe(false);
});
