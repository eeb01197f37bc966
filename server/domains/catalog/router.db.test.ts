import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { LocalServer } from "#inference/index.ts";
import {
  SIMULATOR_FORBIDDEN_KEY,
  SIMULATOR_KEY,
  startSimulator,
  type Simulator,
} from "#inference/simulator/start-simulator.ts";
import { createRecordedUserChannel, type RecordedUserChannel } from "#scripts/testing/recorded-user-channel.ts";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import { createTestEnv } from "#scripts/testing/test-env.ts";
import { createContainer, type Container } from "#server/container.ts";
import type { ServerContext } from "#server/context.ts";
import { createChatRequest, textTurn, type RoutedPart } from "#inference/index.ts";
import { createCaller, router } from "#server/transport/trpc/procedures.ts";
import type { ConnectionRecord } from "./catalog.ts";
import { createLocalServerList } from "./local-server-list.ts";
import { connectionsRouter, modelsRouter } from "./router.ts";
import { askModel } from "#server/domains/routing/index.ts";

let db: TestDatabase;
let container: Container;
let simulator: Simulator;
let userChannel: RecordedUserChannel;
let server: ServerContext;
let localServers: LocalServer[];

beforeAll(async () => {
  [db, simulator] = await Promise.all([createTestDatabase(), startSimulator()]);
  container = createContainer(createTestEnv(db.url, { DISCOVER_LOCAL_MODELS: "false" }), "test");
});
afterAll(async () => {
  await Promise.all([container.close(), simulator.close()]);
  await db.drop();
});
beforeEach(() => {
  localServers = [];
  userChannel = createRecordedUserChannel();
  const search = async () => localServers;
  const list = createLocalServerList({ isEnabled: true, search, now: () => performance.now() });
  server = { ...container.context, userChannel, localServers: list };
});
afterEach(async () => {
  await db.database.pool.query("delete from instance_connections");
});

const ADMIN = { userId: uuidv7(), sessionId: uuidv7(), role: "admin" } as const;
const USER = { userId: uuidv7(), sessionId: uuidv7(), role: "user" } as const;
const call = (actor: typeof ADMIN | typeof USER) =>
  createCaller(router({ connections: connectionsRouter, models: modelsRouter }))({
    server,
    actor,
    ipAddress: "127.0.0.1",
  });
const connectSimulator = () =>
  call(ADMIN).connections.create({
    scope: "instance",
    provider: "openai-compatible",
    label: "Simulator",
    baseUrl: `${simulator.url}/v1`,
    apiKey: SIMULATOR_KEY,
  });

async function ask(userId: string, modelId: string): Promise<RoutedPart[]> {
  const request = createChatRequest({ turns: [textTurn({ role: "user", text: "Hello" })] });
  const parts: RoutedPart[] = [];
  const stream = askModel(server, { userId, generationId: uuidv7(), modelId, request }, new AbortController().signal);
  for await (const part of stream) parts.push(part);
  return parts;
}

test("a pasted key is checked by a real call, its models appear, and everybody's pages are told", async () => {
  const connection = await connectSimulator();
  expect(connection).toMatchObject({ label: "Simulator", hasApiKey: true, provider: "openai-compatible" });
  expect(connection.modelNames).toContain("sim-short");
  expect(userChannel.published).toEqual([{ userId: "*", event: { type: "models-changed" } }]);
  const models = await call(USER).models.list();
  expect(models.map(({ id }) => id)).toContain(`${connection.id}/sim-short`);
  expect(models.at(-1)).toMatchObject({ id: "demo/demo", isDemo: true });
});

test("the key is never shown again, and rests sealed", async () => {
  const connection = await connectSimulator();
  expect(JSON.stringify([connection, await call(ADMIN).connections.list()])).not.toContain(SIMULATOR_KEY);
  const { rows } = await db.database.pool.query<{ row: string }>("select c::text as row from instance_connections c");
  expect(rows).toHaveLength(1);
  expect(rows[0]?.row).not.toContain(SIMULATOR_KEY);
});

test("the connected model answers everybody of the instance", async () => {
  const { id } = await connectSimulator();
  const parts = await ask(USER.userId, `${id}/sim-echo`);
  expect(parts.flatMap((part) => (part.type === "text-delta" ? part.text : [])).join("")).toBe("Hello");
  expect(parts.at(-1)).toEqual({ type: "finish", reason: "stop" });
  expect(simulator.requests.at(-1)?.modelName).toBe("sim-echo");
});

test.each([
  { what: "a wrong key", given: { apiKey: "wrong" }, code: "provider-key-invalid", words: "rejects this key" },
  {
    what: "no permission",
    given: { apiKey: SIMULATOR_FORBIDDEN_KEY },
    code: "provider-permission-denied",
    words: "permissions",
  },
  { what: "no key where one is needed", given: {}, code: "provider-key-invalid", words: "asks for a key" },
  {
    what: "nothing that listens",
    given: { baseUrl: "http://127.0.0.1:9/v1" },
    code: "provider-unreachable",
    words: "Nothing answers at",
  },
])("$what has a sentence of its own, and nothing is kept", async ({ given, code, words }) => {
  const create = call(ADMIN).connections.create({
    scope: "instance",
    provider: "openai-compatible",
    baseUrl: `${simulator.url}/v1`,
    ...given,
  });
  await expect(create).rejects.toMatchObject({ message: expect.stringContaining(words), cause: { code } });
  expect(await call(ADMIN).connections.list()).toMatchObject({ instance: [] });
  expect(userChannel.published).toEqual([]);
});

test("an address of a server that is no model server is told from one where nothing answers", async () => {
  const create = call(ADMIN).connections.create({
    scope: "instance",
    provider: "openai-compatible",
    baseUrl: `${simulator.url}/elsewhere`,
    apiKey: SIMULATOR_KEY,
  });
  await expect(create).rejects.toThrow("not a model server");
});

test("only administrators see, connect, check and delete what everybody uses", async () => {
  const { id } = await connectSimulator();
  const user = call(USER).connections;
  expect((await user.list()).instance).toEqual([]);
  await expect(user.create({ scope: "instance", provider: "openai", apiKey: "k" })).rejects.toThrow("administrator");
  await expect(user.check({ scope: "instance", id })).rejects.toThrow("administrator");
  await expect(user.delete({ scope: "instance", id })).rejects.toThrow("administrator");
  await expect(user.findLocal()).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("no person makes this server call an address of their choice", async () => {
  const before = simulator.requests.length;
  for (const provider of ["openai-compatible", "openai", "anthropic"] as const) {
    const create = call(USER).connections.create({ scope: "personal", provider, baseUrl: simulator.url, apiKey: "k" });
    await expect(create).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  expect(simulator.requests).toHaveLength(before);
});

test("another person's connection is neither listed, checked nor asked", async () => {
  const id = uuidv7();
  const record: ConnectionRecord = {
    id,
    scope: "personal",
    provider: "openai",
    label: "Mine",
    baseUrl: null,
    project: null,
    region: null,
    sealedApiKey: server.secretBox.seal("sk-mine", id),
    modelNames: ["gpt-5"],
    createdAt: new Date(),
    checkedAt: null,
  };
  await server.catalog.personal(USER.userId).insert(record);
  expect((await call(USER).models.list()).map((model) => model.id)).toContain(`${id}/gpt-5`);
  expect((await call(ADMIN).models.list()).map((model) => model.id)).not.toContain(`${id}/gpt-5`);
  await expect(call(ADMIN).connections.check({ scope: "personal", id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await call(ADMIN).connections.delete({ scope: "personal", id });
  await call(ADMIN).connections.delete({ scope: "instance", id });
  expect((await call(USER).connections.list()).personal).toHaveLength(1);
  expect(await ask(ADMIN.userId, `${id}/gpt-5`)).toMatchObject([
    { type: "error", error: { code: "model-unavailable" } },
  ]);
  await call(USER).connections.delete({ scope: "personal", id });
});

test("a deleted connection cannot be asked from that moment on", async () => {
  const { id } = await connectSimulator();
  await call(ADMIN).connections.delete({ scope: "instance", id });
  expect(await ask(USER.userId, `${id}/sim-short`)).toMatchObject([
    { type: "error", error: { code: "model-unavailable", isRetryable: false } },
  ]);
  expect(userChannel.published).toHaveLength(2);
});

test("a key that cannot be opened any more is a typed end of the answer, not a crash", async () => {
  const { id } = await connectSimulator();
  await db.database.pool.query("update instance_connections set sealed_api_key = 'v1.gone.AAAAAAAAAAAAAAAA.AAAA'");
  await server.catalogue.refresh();
  expect(await ask(USER.userId, `${id}/sim-short`)).toMatchObject([
    { type: "error", error: { code: "internal", isRetryable: false } },
  ]);
});

test.each(["nothing", "demo/", `${uuidv7()}/gpt-5`, "local-ollama/llama3", "../../etc/passwd"])(
  "%s is no model",
  async (modelId) => {
    expect(await ask(USER.userId, modelId)).toMatchObject([{ type: "error", error: { code: "model-unavailable" } }]);
  },
);

test("checking again keeps what the provider lists now", async () => {
  const { id } = await connectSimulator();
  await db.database.pool.query("update instance_connections set model_names = '[]', checked_at = null");
  const checked = await call(ADMIN).connections.check({ scope: "instance", id });
  expect(checked.modelNames).toContain("sim-short");
  expect(checked.checkedAt).not.toBeNull();
});

test("servers of this machine appear by themselves, answer, and are listed once when they are connected", async () => {
  const found = { label: "Ollama", baseUrl: `${simulator.url}/v1`, modelNames: ["sim-short"] };
  localServers = [found];
  const listed = (await call(USER).models.list()).filter((model) => model.name === "sim-short");
  expect(listed).toMatchObject([
    { id: "local-ollama/sim-short", connectionLabel: "Ollama", isLocal: true, price: null },
  ]);
  expect((await ask(USER.userId, "local-ollama/sim-short")).at(-1)).toMatchObject({ type: "error" });
  const connection = await connectSimulator();
  const again = (await call(USER).models.list()).filter((model) => model.name === "sim-short");
  expect(again.map(({ connectionId }) => connectionId)).toEqual([connection.id]);
});

test("with nothing connected there is the demo, and it answers", async () => {
  expect(await call(USER).models.list()).toMatchObject([{ id: "demo/demo", isDemo: true, isLocal: false }]);
  const controller = new AbortController();
  const request = createChatRequest({ turns: [textTurn({ role: "user", text: "Hello" })] });
  const asked = { userId: USER.userId, generationId: uuidv7(), modelId: "demo/demo", request };
  let hasSpoken = false;
  for await (const part of askModel(server, asked, controller.signal)) {
    hasSpoken ||= part.type === "text-delta";
    if (hasSpoken) controller.abort();
  }
  expect(hasSpoken).toBe(true);
});
