import { expect, test } from "vitest";
import { completeConnection } from "./complete-connection.ts";
import { createConnectionSchema } from "./schema.ts";

const ACCOUNT = {
  type: "service_account",
  project_id: "polylogue-test",
  client_email: "models@polylogue-test.iam.gserviceaccount.com",
  private_key: "-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n",
  token_uri: "https://oauth2.googleapis.com/token",
};
const complete = (given: object) => completeConnection(createConnectionSchema.parse({ scope: "instance", ...given }));

test("each kind is complete with what it needs", () => {
  expect(complete({ provider: "google", apiKey: " key\n" })).toMatchObject({
    apiKey: "key",
    baseUrl: null,
    project: null,
  });
  const azure = { provider: "azure-openai", baseUrl: "my-resource.openai.azure.com", apiKey: "key" };
  expect(complete(azure)).toMatchObject({ baseUrl: "https://my-resource.openai.azure.com" });
  expect(complete({ provider: "openai-compatible", baseUrl: "localhost:11434/v1" })).toMatchObject({ apiKey: null });
});

test("a cloud's key is a file, and names the project where nobody else does", () => {
  const apiKey = JSON.stringify(ACCOUNT, null, 2);
  const own = complete({ provider: "vertex", region: "europe-west1", apiKey });
  expect(own).toMatchObject({ project: "polylogue-test", region: "europe-west1" });
  expect(JSON.parse(own.apiKey ?? "")).toEqual(ACCOUNT);
  expect(own.apiKey).not.toContain("\n");
  expect(complete({ provider: "vertex", region: "global", project: "other-one", apiKey }).project).toBe("other-one");
});

test.each([
  [{ provider: "openai" }, "Paste the key"],
  [{ provider: "google" }, "Paste the key"],
  [{ provider: "azure-openai", apiKey: "key" }, "Enter the endpoint"],
  [{ provider: "azure-openai", baseUrl: "https://a.openai.azure.com" }, "Paste a key of the resource"],
  [{ provider: "vertex", region: "global" }, "Paste the JSON"],
  [{ provider: "vertex", apiKey: JSON.stringify(ACCOUNT) }, "Enter the region"],
  [{ provider: "vertex", region: "global", apiKey: "AIza-a-plain-key" }, "not the key of a service account"],
  [{ provider: "vertex", region: "global", apiKey: '{"type":"authorized_user"}' }, "not the key of a service account"],
  [
    { provider: "vertex", region: "global", apiKey: JSON.stringify({ ...ACCOUNT, project_id: "x/../y" }) },
    "not the key of a service account",
  ],
])("%j lacks something, and is told what", (given, sentence) => {
  expect(() => complete(given)).toThrow(sentence);
});

test.each([
  [{ provider: "openai", apiKey: "two words" }, "A key has no spaces"],
  [{ provider: "vertex", region: "evil.example.org/", apiKey: "x" }, "A region is written like"],
  [{ provider: "vertex", region: "global", project: "../admin", apiKey: "x" }, "The id of a project"],
])("%j is refused before anything is called", (given, sentence) => {
  const { error } = createConnectionSchema.safeParse({ scope: "instance", ...given });
  expect(error?.issues.map(({ message }) => message).join(" ")).toContain(sentence);
});
