import { expect, test } from "vitest";
import { readModels } from "./read-models.ts";

const read = (body: unknown) => readModels(Response.json(body));

test("of the models of a key those that answer in text are named, without what stands before their names", async () => {
  const model = (name: string, ...supportedGenerationMethods: string[]) => ({ name, supportedGenerationMethods });
  const models = [
    model("models/gemini-3.8-flash", "generateContent", "countTokens"),
    model("models/gemini-3.8-flash", "generateContent"),
    model("models/gemma-4-27b-it", "generateContent"),
    model("models/gemini-embedding-2", "embedContent"),
    model("models/gemini-3.8-flash-image", "generateContent"),
    model("models/gemini-3-flash-tts", "generateContent"),
    model("models/veo-4", "predictLongRunning"),
  ];
  expect(await read({ models })).toEqual({ names: ["gemini-3.8-flash", "gemma-4-27b-it"], nextPageToken: null });
});

test("a publisher's models are named too, and say where their list goes on", async () => {
  const publisherModels = [{ name: "publishers/anthropic/models/claude-opus-5", launchStage: "GA" }];
  expect(await read({ publisherModels, nextPageToken: "next" })).toEqual({
    names: ["claude-opus-5"],
    nextPageToken: "next",
  });
});

test.each([null, [], {}, { models: "none" }, { models: [{}] }, { models: [{ name: "" }] }])(
  "%j is no list of models",
  async (body) => {
    await expect(read(body)).rejects.toMatchObject({ code: "provider-unreachable", isRetryable: false });
  },
);
