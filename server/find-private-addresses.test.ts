import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { allowPrivateAddresses, listModelNames } from "#inference/index.ts";
import { createTestEnv } from "#scripts/testing/test-env.ts";
import { createContainer } from "./container.ts";
import { findPrivateAddresses } from "./find-private-addresses.ts";

afterEach(() => allowPrivateAddresses("all"));

test.each([
  ["an instance without settings finds the servers of its own network", {}, "all"],
  ["so does one whose address is in that network", { PUBLIC_URL: "http://192.168.1.5:3000" }, "all"],
  ["one with a public host finds none there", { PUBLIC_URL: "https://chat.example.org" }, []],
  ["unless its operator says so", { PUBLIC_URL: "https://chat.example.org", PRIVATE_ADDRESSES: "all" }, "all"],
  ["or where", { PUBLIC_URL: "https://chat.example.org", PRIVATE_ADDRESSES: "127.0.0.1" }, ["127.0.0.1"]],
  ["and an operator can close it anywhere", { PRIVATE_ADDRESSES: "none" }, []],
])("%s", (_what, variables, expected) => {
  expect(findPrivateAddresses(createTestEnv("postgres://nobody@127.0.0.1:9/nothing", variables))).toEqual(expected);
});

test("a process keeps to it: with a public host a model server on this machine is not called", async () => {
  let calls = 0;
  const server = createServer((_request, response) => {
    calls += 1;
    response.writeHead(200, { "content-type": "application/json" }).end('{"data":[{"id":"llama"}]}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const connection = { provider: "openai-compatible" as const, baseUrl, apiKey: null, project: null, region: null };
  const list = (): Promise<string[]> => listModelNames(connection, new AbortController().signal);
  const start = async (variables: Record<string, string>): Promise<void> =>
    createContainer(createTestEnv("postgres://nobody@127.0.0.1:9/nothing", variables), "test").close();
  await start({ PUBLIC_URL: "https://chat.example.org" });
  await expect(list()).rejects.toMatchObject({ code: "provider-unreachable", isRetryable: false });
  expect(calls).toBe(0);
  await start({});
  expect(await list()).toEqual(["llama"]);
  await new Promise((resolve) => server.close(resolve));
});
