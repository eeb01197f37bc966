import { expect, test } from "vitest";
import { resolveAlias } from "./resolve-alias.ts";
import { testing } from "./testing-catalogue.ts";

const OPENAI = testing.connection(1, { modelNames: ["gpt-4o", "gpt-6-luna"] });
const AZURE = testing.connection(2, { provider: "azure-openai", label: "Azure", modelNames: ["gpt-4o", "our-own"] });

test("a fresh instance with one key needs no catalogue work", () => {
  const snapshot = testing.snapshot([OPENAI]);
  expect([...snapshot.deployments.keys()]).toEqual([`${OPENAI.id}/gpt-4o`, `${OPENAI.id}/gpt-6-luna`]);
  expect(resolveAlias(snapshot, "cheap")[0]).toBe("gpt-6-luna");
});

test("one model has as many deployments as connections serve it", () => {
  const snapshot = testing.snapshot([OPENAI, AZURE]);
  expect(snapshot.deploymentsOf.get("gpt-4o")?.map(({ connection }) => connection.label)).toEqual(["OpenAI", "Azure"]);
});

test("what administrators say of a model counts instead of the seed, and of a deployment instead of what was derived", () => {
  const said = { ...testing.model({ id: "gpt-4o", label: "Four" }), maker: "OpenAI" };
  const deployment = testing.deployment({ connectionId: OPENAI.id, modelName: "gpt-4o", modelId: "gpt-4o", weight: 7 });
  const snapshot = testing.snapshot([OPENAI], { models: [said], deployments: [deployment] });
  expect(snapshot.models.get("gpt-4o")).toMatchObject({ label: "Four", origin: "document" });
  expect(snapshot.models.get("gpt-6-luna")?.origin).toBe("seed");
  expect(snapshot.deploymentsOf.get("gpt-4o")).toMatchObject([{ weight: 7, origin: "document" }]);
});

test("a deployment under a name of its own makes a model of one's own reachable", () => {
  const deployment = testing.deployment({ connectionId: AZURE.id, modelName: "our-own" });
  const snapshot = testing.snapshot([AZURE], { models: [testing.model()], deployments: [deployment] });
  expect(snapshot.deploymentsOf.get("ours")?.map(({ modelName }) => modelName)).toEqual(["our-own"]);
});

test("a deployment whose connection or model is gone counts for nothing and harms nothing", () => {
  const gone = testing.deployment({ connectionId: AZURE.id, modelName: "our-own" });
  const noModel = testing.deployment({ connectionId: OPENAI.id, modelName: "x", modelId: "no-model" });
  const snapshot = testing.snapshot([OPENAI], { models: [testing.model()], deployments: [gone, noModel] });
  expect([...snapshot.deployments.values()].map(({ modelId }) => modelId)).toEqual(["gpt-4o", "gpt-6-luna"]);
});

test("an alias stands for the usable among its models, in its order", () => {
  const aliases = [{ id: "house", label: "House", modelIds: ["gpt-5.5", "gpt-4o", "cheap", "gpt-4o"] }];
  expect(resolveAlias(testing.snapshot([OPENAI], { aliases }), "house")).toEqual(["gpt-4o", "gpt-6-luna"]);
  const off = testing.deployment({ connectionId: OPENAI.id, modelName: "gpt-4o", modelId: "gpt-4o", state: "off" });
  expect(resolveAlias(testing.snapshot([OPENAI], { aliases, deployments: [off] }), "house")).toEqual(["gpt-6-luna"]);
  expect(resolveAlias(testing.snapshot([OPENAI]), "nothing")).toEqual([]);
});

test("aliases that come to themselves again end all the same", () => {
  const aliases = [
    { id: "one", label: "One", modelIds: ["two", "gpt-4o"] },
    { id: "two", label: "Two", modelIds: ["one"] },
  ];
  expect(resolveAlias(testing.snapshot([OPENAI], { aliases }), "one")).toEqual(["gpt-4o"]);
});
