import { expect, test } from "vitest";
import { readRequestId } from "./read-request-id.ts";

test.each([
  [{ "x-request-id": "req_1" }, "req_1"],
  [{ "request-id": "req_2" }, "req_2"],
  [{ "apim-request-id": "9c1b" }, "9c1b"],
  [{ "x-request-id": " ", "apim-request-id": "9c1b" }, "9c1b"],
  [{ "x-request-id": "x".repeat(300) }, "x".repeat(200)],
  [{}, null],
])("reads %j as %s", (headers, requestId) => {
  expect(readRequestId(new Headers(headers))).toBe(requestId);
});
