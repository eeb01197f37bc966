import { expect, test } from "vitest";
import { splitModelId } from "./catalog.ts";

test("a model id is split at its first slash, for names may hold slashes themselves", () => {
  expect(splitModelId("local-vllm/meta-llama/Llama-4")).toEqual({
    connectionId: "local-vllm",
    modelName: "meta-llama/Llama-4",
  });
});

test.each(["", "/", "a/", "/b", "no-slash"])("%j is no model id", (text) => {
  expect(splitModelId(text)).toBeNull();
});
