import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { expect, test, vi } from "vitest";
import { listModelNames } from "#inference/index.ts";
import { createRecordedUserChannel } from "#scripts/testing/recorded-user-channel.ts";
import { createAesSecretBox } from "#server/adapters/secret-box/aes-secret-box.ts";
import type { ConnectionRecord, ConnectionStore } from "./catalog.ts";
import { createCatalogueSnapshot } from "./catalogue-snapshot.ts";
import { createConnection } from "./create-connection.ts";
import { EMPTY_DOCUMENT } from "./empty-document.ts";

// A personal connection always goes to the provider's own address, which no test may call.
vi.mock("#inference/index.ts", async (original) => ({ ...(await original()), listModelNames: vi.fn() }));

const USER = { userId: uuidv7(), sessionId: uuidv7(), role: "user" } as const;

function createContext() {
  const inserted: ConnectionRecord[] = [];
  const store = (isAllowed: boolean): ConnectionStore => ({
    list: async () => inserted,
    find: async () => null,
    insert: async (connection) => {
      expect(isAllowed).toBe(true);
      inserted.push(connection);
    },
    recordCheck: async () => null,
    delete: async () => false,
  });
  const snapshot = createCatalogueSnapshot({ revision: 0, document: EMPTY_DOCUMENT, connections: [] });
  return {
    inserted,
    catalogue: { current: async () => snapshot, refresh: async () => snapshot },
    catalog: { instance: store(false), personal: (userId: string) => store(userId === USER.userId) },
    secretBox: createAesSecretBox(`a:${randomBytes(32).toString("base64")}`),
    userChannel: createRecordedUserChannel(),
    clock: { now: () => new Date(Date.UTC(2026, 10, 23)) },
  };
}

test("a person's own key is checked at the provider's own address, sealed for its record, and told to that person alone", async () => {
  vi.mocked(listModelNames).mockResolvedValue(["claude-sonnet"]);
  const ctx = createContext();
  const input = { scope: "personal", provider: "anthropic", label: undefined, apiKey: "sk-ant-mine" } as const;
  const signal = new AbortController().signal;
  const connection = await createConnection(ctx, USER, { input, signal });
  expect(listModelNames).toHaveBeenCalledWith(
    { project: null, region: null, provider: "anthropic", baseUrl: null, apiKey: "sk-ant-mine" },
    signal,
  );
  expect(connection).toMatchObject({
    scope: "personal",
    label: "Anthropic",
    hasApiKey: true,
    modelNames: ["claude-sonnet"],
  });
  expect(ctx.userChannel.published).toEqual([{ userId: USER.userId, event: { type: "models-changed" } }]);
  expect(ctx.secretBox.open(ctx.inserted[0]?.sealedApiKey ?? "", connection.id)).toBe("sk-ant-mine");
});

test("of what a provider lists, only names that can be kept are kept, each once", async () => {
  vi.mocked(listModelNames).mockResolvedValue([
    "good",
    "",
    "nul\0",
    "half \ud800",
    "x".repeat(161),
    "good",
    "org/name:7b",
  ]);
  const ctx = createContext();
  const input = { scope: "personal", provider: "openai", apiKey: "sk-mine" } as const;
  const connection = await createConnection(ctx, USER, { input, signal: new AbortController().signal });
  expect(connection.modelNames).toEqual(["good", "org/name:7b"]);
});

test("a server that offers no model is not connected", async () => {
  vi.mocked(listModelNames).mockResolvedValue([]);
  const ctx = createContext();
  const input = { scope: "personal", provider: "openai", apiKey: "sk-mine" } as const;
  await expect(createConnection(ctx, USER, { input, signal: new AbortController().signal })).rejects.toThrow(
    "no model yet",
  );
  expect(ctx.inserted).toEqual([]);
});

test("a known provider needs a key, and an own server an address", async () => {
  const signal = new AbortController().signal;
  const admin = { ...USER, role: "admin" } as const;
  await expect(
    createConnection(createContext(), USER, { input: { scope: "personal", provider: "openai" }, signal }),
  ).rejects.toThrow("Paste the key");
  await expect(
    createConnection(createContext(), admin, { input: { scope: "instance", provider: "openai-compatible" }, signal }),
  ).rejects.toThrow("Enter the address");
});
