import { createServer } from "node:http";
import { expect, test } from "vitest";
import { askHealth } from "./ask-health.ts";
import { listenOn, portOf } from "./testing/start-test-door.ts";

test.for([
  [200, "ready"],
  [503, "unready"],
] as const)(
  "a process that is asked when it is about to leave answers %d, and nothing keeps it then",
  async ([status, health]) => {
    const left = Promise.withResolvers<void>();
    const process = createServer((_request, response) => {
      process.close(() => left.resolve());
      response.writeHead(status).end("{}");
    });
    process.keepAliveTimeout = 65_000;
    await listenOn(process, 0);
    expect(await askHealth(portOf(process))).toBe(health);
    await left.promise;
  },
);

test("one that is gone is silent", async () => {
  const process = createServer();
  await listenOn(process, 0);
  const port = portOf(process);
  await new Promise((resolve) => process.close(resolve));
  expect(await askHealth(port)).toBe("silent");
});
