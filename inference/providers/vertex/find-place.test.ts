import { expect, test } from "vitest";
import { createConnection } from "#inference/create-connection.ts";
import type { ProviderConnection } from "#inference/provider.ts";
import { findPlace } from "./find-place.ts";

const find = (fields: Partial<ProviderConnection>, ownProject: string | null = null) =>
  findPlace(createConnection({ provider: "vertex", project: "mine", ...fields }), ownProject);

test.each([
  ["europe-west4", "https://europe-west4-aiplatform.googleapis.com"],
  ["global", "https://aiplatform.googleapis.com"],
  ["eu", "https://aiplatform.eu.rep.googleapis.com"],
  [" US-East5 ", "https://us-east5-aiplatform.googleapis.com"],
  [null, "https://aiplatform.googleapis.com"],
  ["", "https://aiplatform.googleapis.com"],
])("models in %j are asked at %s", (region, baseUrl) => {
  expect(find({ region }).baseUrl).toBe(baseUrl);
});

test.each(["http://127.0.0.1:1", "http://127.0.0.1:1/v1/", " http://127.0.0.1:1/v1beta1"])(
  "%j is asked instead, without the version",
  (baseUrl) => {
    expect(find({ baseUrl, region: "eu" })).toEqual({ baseUrl: "http://127.0.0.1:1", project: "mine", region: "eu" });
  },
);

test("without a project it is the service account's own", () => {
  expect(find({ project: null }, "its").project).toBe("its");
  expect(find({ project: " mine " }, "its").project).toBe("mine");
});

test.each(["evil.example.org/", "a.b", "a/b", "a#b", "a@b", "a:1", "..", "a b"])("%j is no region", (region) => {
  expect(() => find({ region })).toThrow(expect.objectContaining({ code: "provider-unreachable" }));
});

test.each(["a/b", "../x", "a?b", "a b", null])("%j is no project", (project) => {
  expect(() => find({ project })).toThrow(expect.objectContaining({ code: "provider-unreachable" }));
});
