import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { CatalogueDocument } from "#contracts/catalogue-document.ts";
import { createRecordedUserChannel, type RecordedUserChannel } from "#scripts/testing/recorded-user-channel.ts";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import { createTestEnv } from "#scripts/testing/test-env.ts";
import { createContainer, type Container } from "#server/container.ts";
import type { ServerContext } from "#server/context.ts";
import { createCaller, router } from "#server/transport/trpc/procedures.ts";
import type { ConnectionRecord } from "./catalog.ts";
import { EMPTY_DOCUMENT } from "./empty-document.ts";
import { findCandidates } from "./find-candidates.ts";
import { catalogueRouter, modelsRouter } from "./router.ts";
import { testing } from "./testing-catalogue.ts";

let db: TestDatabase;
let container: Container;
let userChannel: RecordedUserChannel;
let server: ServerContext;
const ADMIN = { userId: uuidv7(), sessionId: uuidv7(), role: "admin" } as const;
const USER = { userId: uuidv7(), sessionId: uuidv7(), role: "user" } as const;

beforeAll(async () => {
  db = await createTestDatabase();
  container = createContainer(createTestEnv(db.url, { DISCOVER_LOCAL_MODELS: "false" }), "test");
  const account = "insert into users (id, email, name, created_at) values ($1, 'ada@example.org', 'Ada', now())";
  await db.database.pool.query(account, [ADMIN.userId]);
});
afterAll(async () => {
  await container.close();
  await db.drop();
});
beforeEach(() => {
  userChannel = createRecordedUserChannel();
  server = { ...container.context, userChannel };
});
afterEach(async () => {
  await db.database.pool.query("delete from catalogue_revisions");
  await db.database.pool.query("delete from instance_connections");
  await container.context.catalogue.refresh();
});

const call = (actor: typeof ADMIN | typeof USER = ADMIN, context = server) =>
  createCaller(router({ catalogue: catalogueRouter, models: modelsRouter }))({
    server: context,
    actor,
    ipAddress: "127.0.0.1",
  });

async function connect(given: Partial<ConnectionRecord> = {}): Promise<ConnectionRecord> {
  const id = uuidv7();
  const sealedApiKey = server.secretBox.seal("sk-instance", id);
  const connection = { ...testing.connection(1, { modelNames: ["gpt-4o"], ...given }), id, sealedApiKey };
  await server.catalog.instance.insert(connection);
  return connection;
}

const save = (document: Partial<CatalogueDocument>, baseRevision: number, context = server) =>
  call(ADMIN, context).catalogue.save({
    baseRevision,
    summary: "A change",
    document: { ...EMPTY_DOCUMENT, ...document },
  });

test("before the first change there is the seed, and what the connections list", async () => {
  const connection = await connect();
  const view = await call().catalogue.get();
  expect(view).toMatchObject({ revision: 0, document: EMPTY_DOCUMENT });
  expect(view.models.find(({ id }) => id === "gpt-4o")).toMatchObject({ origin: "seed", maker: "OpenAI" });
  expect(view.deployments).toMatchObject([
    { modelId: "gpt-4o", origin: "derived", connectionId: connection.id, connectionLabel: "OpenAI" },
  ]);
  expect(view.aliases.find(({ id }) => id === "best")).toMatchObject({ answersNow: "gpt-4o" });
  expect(JSON.stringify(view)).not.toContain("sealed");
});

test("a change is kept as a revision with who made it, when and what it changed, and every page is told", async () => {
  expect(await save({ models: [testing.model()] }, 0)).toMatchObject({ revision: 1 });
  expect(userChannel.published).toEqual([{ userId: "*", event: { type: "models-changed" } }]);
  await save({ models: [testing.model({ label: "Renamed" })] }, 1);
  const revisions = await call().catalogue.revisions({});
  expect(revisions).toMatchObject([
    {
      id: 2,
      summary: "A change",
      madeBy: { id: ADMIN.userId, email: "ada@example.org", name: "Ada" },
      differences: [
        {
          kind: "model",
          id: "ours",
          change: "changed",
          fields: [{ name: "label", before: '"Ours"', after: '"Renamed"' }],
        },
      ],
    },
    { id: 1, differences: [{ kind: "model", id: "ours", change: "added" }] },
  ]);
  expect(Math.abs(Date.parse(revisions[0]?.madeAt ?? "") - Date.now())).toBeLessThan(60_000);
});

test("revisions come page by page, each with what it changed of the one before", async () => {
  for (const revision of [0, 1, 2, 3])
    await save({ models: [testing.model({ label: `Number ${revision}` })] }, revision);
  const first = await call().catalogue.revisions({ limit: 3 });
  expect(first.map(({ id }) => id)).toEqual([4, 3, 2]);
  expect(first.at(-1)?.differences).toMatchObject([{ change: "changed" }]);
  expect((await call().catalogue.revisions({ limit: 3, before: 2 })).map(({ id }) => id)).toEqual([1]);
  await expect(call().catalogue.revisions({ limit: 21 })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("of two who change the same revision the second is refused, and nothing of its change is kept", async () => {
  await save({ models: [testing.model()] }, 0);
  await expect(save({ models: [] }, 0)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(save({ models: [] }, 9)).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await call().catalogue.get()).document.models).toHaveLength(1);
});

test("of many who change the same revision at the same moment exactly one is heard", async () => {
  const changes = ["a", "b", "c", "d", "e"].map((label) => save({ models: [testing.model({ label })] }, 0));
  const outcomes = await Promise.allSettled(changes);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await call().catalogue.revisions({})).toHaveLength(1);
});

test("a document that says the same as before makes no revision", async () => {
  await save({ models: [testing.model()] }, 0);
  expect(await save({ models: [testing.model()] }, 1)).toMatchObject({ revision: 1 });
});

test("what does not fit together is refused in a sentence, and nothing is kept", async () => {
  const aliases = [{ id: "house", label: "House", modelIds: ["no-such-model"] }];
  await expect(save({ aliases }, 0)).rejects.toThrow('The alias "house" stands for "no-such-model"');
  const wrong = { ...testing.model(), contextTokens: -1 };
  await expect(save({ models: [wrong] }, 0)).rejects.toThrow('Model "ours", contextTokens: ');
  const deployments = [testing.deployment({ connectionId: uuidv7(), modelName: "gpt-4o", modelId: "gpt-4o" })];
  await expect(save({ deployments }, 0)).rejects.toThrow("a connection that is not here any more");
  expect(await call().catalogue.revisions({})).toEqual([]);
});

test("a change can be undone, which is a change itself", async () => {
  await save({ models: [testing.model()] }, 0);
  await save({ models: [] }, 1);
  const undone = await call().catalogue.undo({ revision: 1, baseRevision: 2 });
  expect(undone).toMatchObject({ revision: 3, document: { models: [{ id: "ours" }] } });
  expect((await call().catalogue.revisions({}))[0]?.summary).toBe("As it was in revision 1");
  expect((await call().catalogue.undo({ revision: 0, baseRevision: 3 })).document).toEqual(EMPTY_DOCUMENT);
  await expect(call().catalogue.undo({ revision: 99, baseRevision: 4 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(call().catalogue.undo({ revision: 1, baseRevision: 3 })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a deployment over a connection that was deleted may stay in the document, and counts for nothing", async () => {
  const connection = await connect({ modelNames: ["our-own"] });
  const deployments = [testing.deployment({ connectionId: connection.id, modelName: "our-own" })];
  await save({ models: [testing.model()], deployments }, 0);
  await server.catalog.instance.delete(connection.id);
  const view = await save({ models: [testing.model({ label: "Still ours" })], deployments }, 1);
  expect(view).toMatchObject({ revision: 2, deployments: [] });
});

test("one deployment is switched, whatever else is changed at the same time", async () => {
  const connection = await connect();
  const [deployment] = (await call().catalogue.get()).deployments;
  const deploymentId = deployment?.id ?? "";
  const drained = await call().catalogue.setDeploymentState({ deploymentId, state: "draining" });
  expect(drained).toMatchObject({ revision: 1, deployments: [{ state: "draining", connectionId: connection.id }] });
  const both = await Promise.all([
    save({ ...drained.document, models: [testing.model()] }, 1).catch(() => null),
    call().catalogue.setDeploymentState({ deploymentId, state: "on" }),
  ]);
  expect(both[1].deployments).toMatchObject([{ state: "on" }]);
  const again = await call().catalogue.setDeploymentState({ deploymentId, state: "on" });
  expect(again.revision).toBe((await call().catalogue.get()).revision);
  await expect(call().catalogue.setDeploymentState({ deploymentId: uuidv7(), state: "off" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("nobody but administrators sees or changes the catalogue", async () => {
  const { catalogue } = call(USER);
  const refused = { code: "FORBIDDEN" };
  await expect(catalogue.get()).rejects.toMatchObject(refused);
  await expect(catalogue.revisions({})).rejects.toMatchObject(refused);
  await expect(catalogue.undo({ revision: 0, baseRevision: 1 })).rejects.toMatchObject(refused);
  await expect(catalogue.save({ baseRevision: 0, summary: "x", document: EMPTY_DOCUMENT })).rejects.toMatchObject(
    refused,
  );
  await expect(catalogue.setDeploymentState({ deploymentId: uuidv7(), state: "off" })).rejects.toMatchObject(refused);
});

test("every process finds out by itself what another one changed", async () => {
  const other = createContainer(createTestEnv(db.url, { DISCOVER_LOCAL_MODELS: "false" }), "other");
  try {
    const { catalogue } = other.context;
    expect((await catalogue.current()).revision).toBe(0);
    await save({ models: [testing.model()] }, 0);
    await connect();
    const known = async () => [(await catalogue.current()).revision, (await catalogue.current()).deployments.size];
    await expect.poll(known, { timeout: 5_000, interval: 20 }).toEqual([1, 1]);
  } finally {
    await other.close();
  }
});

test("a person sees a model once, however many connections serve it, and finds it by ids of older conversations", async () => {
  const [one, two] = [await connect(), await connect({ label: "Second" })];
  const models = await call(USER).models.list();
  expect(models.filter(({ label }) => label === "GPT-4o")).toMatchObject([
    {
      id: "gpt-4o",
      connectionLabel: "OpenAI, Second",
      otherIds: [`${one.id}/gpt-4o`, `${two.id}/gpt-4o`],
      price: { inputPerMillion: 2.5, outputPerMillion: 10, cachedInputPerMillion: 1.25 },
    },
  ]);
  expect(models.filter(({ standsFor }) => standsFor !== null)).toMatchObject([{ id: "best", standsFor: "GPT-4o" }]);
  expect(models.at(-1)).toMatchObject({ id: "demo/demo" });
});

test("a version that a person chose before is still asked as it is, and shown as what it is", async () => {
  const { id } = await connect({ modelNames: ["gpt-4o", "gpt-4o-2024-08-06", "our-finetune"] });
  const labels = (await call(USER).models.list()).map((model) => [model.id, model.label]);
  expect(labels).toContainEqual([`${id}/gpt-4o-2024-08-06`, "GPT-4o (2024-08-06)"]);
  expect(labels).toContainEqual([`${id}/our-finetune`, "our-finetune"]);
  const found = await findCandidates(server, USER.userId, `${id}/gpt-4o-2024-08-06`);
  expect(found?.candidates).toMatchObject([{ modelName: "gpt-4o-2024-08-06", contextTokens: 128_000 }]);
});

test("an older id asks its own connection first, and behind it the model's others", async () => {
  const [one, two] = [await connect(), await connect({ label: "Second" })];
  const found = await findCandidates(server, USER.userId, `${two.id}/gpt-4o`);
  expect(found?.modelId).toBe("gpt-4o");
  expect(found?.candidates.map(({ connectionLabel, priority }) => [connectionLabel, priority])).toEqual([
    ["Second", 0],
    ["OpenAI", 1],
  ]);
  expect((await findCandidates(server, USER.userId, "gpt-4o"))?.candidates).toHaveLength(2);
  expect((await findCandidates(server, USER.userId, `${one.id}/gpt-4o`))?.candidates[0]).toMatchObject({
    connectionLabel: "OpenAI",
    connection: { apiKey: "sk-instance" },
  });
});

test("what administrators take away cannot be chosen or asked, under none of its names", async () => {
  const { id } = await connect({ modelNames: ["gpt-4o", "gpt-4o-2024-08-06"] });
  const gone = { ...testing.model({ id: "gpt-4o", label: "GPT-4o", isAvailable: false }), maker: "OpenAI" };
  await save({ models: [gone] }, 0);
  expect((await call(USER).models.list()).map((model) => model.id)).toEqual(["demo/demo"]);
  for (const modelId of ["gpt-4o", "best", `${id}/gpt-4o`, `${id}/gpt-4o-2024-08-06`]) {
    expect(await findCandidates(server, USER.userId, modelId), modelId).toBeNull();
  }
});

test("who may use a model is said of every version of it", async () => {
  const { id } = await connect({ modelNames: ["gpt-4o", "gpt-4o-2024-08-06"] });
  const tiers = ["team"];
  const model = { ...testing.model({ id: "gpt-4o", tiers, tokenizer: "o200k" }), maker: "OpenAI" };
  await save({ models: [model] }, 0);
  for (const modelId of ["gpt-4o", `${id}/gpt-4o`, `${id}/gpt-4o-2024-08-06`]) {
    const found = await findCandidates(server, USER.userId, modelId);
    expect(found, modelId).toMatchObject({ candidates: [{ tiers }], tokenizer: "o200k" });
  }
});

test("a person's own connection is theirs alone, known by what administrators say of its models", async () => {
  const id = uuidv7();
  const own = { ...testing.connection(1, { modelNames: ["gpt-next"] }), scope: "personal" as const, id };
  const sealedApiKey = server.secretBox.seal("sk-own", id);
  await server.catalog.personal(USER.userId).insert({ ...own, sealedApiKey });
  const next = { ...testing.model({ id: "gpt-next", label: "GPT Next", toolNames: ["calculator"] }), maker: "OpenAI" };
  await save({ models: [next] }, 0);
  expect(await findCandidates(server, USER.userId, `${id}/gpt-next`)).toMatchObject({
    modelId: `${id}/gpt-next`,
    candidates: [{ contextTokens: 8_000, connection: { apiKey: "sk-own" } }],
    toolNames: ["calculator"],
  });
  expect(await findCandidates(server, ADMIN.userId, `${id}/gpt-next`)).toBeNull();
  expect((await call(USER).models.list()).map(({ label }) => label)).toContain("GPT Next");
  await server.catalog.personal(USER.userId).delete(id);
});

test("asking for a model of the catalogue asks the database nothing", async () => {
  await connect();
  await server.catalogue.refresh();
  const never = (): never => {
    throw new Error("the database was asked");
  };
  const catalog = { instance: new Proxy(server.catalog.instance, { get: never }), personal: never };
  expect((await findCandidates({ ...server, catalog }, USER.userId, "gpt-4o"))?.candidates).toHaveLength(1);
});
