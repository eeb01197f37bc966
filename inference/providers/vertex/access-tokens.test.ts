import { beforeEach, expect, test } from "vitest";
import { AccessTokens } from "./access-tokens.ts";
import type { ServiceAccount } from "./read-service-account.ts";
import type { AccessToken } from "./request-access-token.ts";

const ACCOUNT: ServiceAccount = { email: "a", privateKey: "k", keyId: null, project: null, tokenAddress: "t" };
const HOUR_MS = 60 * 60 * 1000;

let asked: PromiseWithResolvers<AccessToken>[];
let now: number;
let tokens: AccessTokens;
beforeEach(() => {
  asked = [];
  now = 1_000;
  const request = (): Promise<AccessToken> => {
    const next = Promise.withResolvers<AccessToken>();
    asked.push(next);
    return next.promise;
  };
  tokens = new AccessTokens({ request, now: () => now });
});

const get = (account = ACCOUNT, signal = new AbortController().signal): Promise<string> => tokens.get(account, signal);
const grant = (index: number, token: string): void => asked[index]?.resolve({ token, expiresInMs: HOUR_MS });

test("who asks at the same time waits for the same token, and who asks later gets it again", async () => {
  const both = Promise.all([get(), get({ ...ACCOUNT })]);
  grant(0, "one");
  expect(await both).toEqual(["one", "one"]);
  now += HOUR_MS / 2;
  expect(await get()).toBe("one");
  expect(asked).toHaveLength(1);
});

test("a token that is about to end is not used again", async () => {
  const first = get();
  grant(0, "one");
  await first;
  now += HOUR_MS - 60_000;
  const second = get();
  grant(1, "two");
  expect(await second).toBe("two");
});

test("each account has its own", async () => {
  const both = Promise.all([get(), get({ ...ACCOUNT, email: "b" })]);
  grant(0, "a's");
  grant(1, "b's");
  expect(await both).toEqual(["a's", "b's"]);
});

test("a token that was refused is not used again", async () => {
  const first = get();
  grant(0, "one");
  await first;
  tokens.forget(ACCOUNT);
  const second = get();
  grant(1, "two");
  expect(await second).toBe("two");
});

test("what kept a token from coming is everybody's who waited, and nobody's who asks later", async () => {
  const both = Promise.allSettled([get(), get()]);
  asked[0]?.reject(new Error("no"));
  expect((await both).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  const later = get();
  grant(1, "two");
  expect(await later).toBe("two");
});

test("who leaves takes nobody's token along", async () => {
  const controller = new AbortController();
  const leaving = get(ACCOUNT, controller.signal);
  const staying = get();
  controller.abort(new Error("stopped"));
  await expect(leaving).rejects.toThrow("stopped");
  grant(0, "one");
  expect(await staying).toBe("one");
  await expect(get(ACCOUNT, controller.signal)).rejects.toThrow("stopped");
});
