import { expect, test, vi } from "vitest";
import { agreeOnVersion } from "./agree-on-version.ts";
import type { Connection } from "./connection.ts";

function createConnection(framesServed = 1) {
  const connection = { protocolVersion: 1, framesServed, isClosing: false, close: vi.fn() };
  connection.close.mockImplementation(() => (connection.isClosing = true));
  return connection;
}

test("a version that is spoken here is spoken from now on", () => {
  const connection = createConnection();
  expect(agreeOnVersion(connection as unknown as Connection, 2)).toBe(true);
  expect(connection).toMatchObject({ protocolVersion: 2, isClosing: false });
});

test.each([
  ["a version of the future", 3, 1],
  ["a version that nobody spoke", 0, 1],
  ["a hello behind other frames", 2, 2],
])("%s closes the socket", (_what, version, framesServed) => {
  const connection = createConnection(framesServed);
  expect(agreeOnVersion(connection as unknown as Connection, version)).toBe(false);
  expect(connection.close).toHaveBeenCalledExactlyOnceWith("protocolUnsupported");
});
