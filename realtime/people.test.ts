import { expect, test, vi } from "vitest";
import type { UserEvent } from "#contracts/user-event.ts";
import type { UserChannel } from "#server/ports/user-channel.ts";
import type { Logger } from "#server/ports/logger.ts";
import { People } from "./people.ts";

const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} };

const EVENT: UserEvent = { type: "models-changed" };

function createChannel() {
  const listeners = new Map<string, (event: UserEvent) => void>();
  const asked: string[] = [];
  const channel: UserChannel = {
    publish: async (userId, event) => listeners.get(userId)?.(event),
    subscribe: async (userId, listener) => {
      asked.push(userId);
      listeners.set(userId, listener);
      // Ends this subscription alone: a later one of the same person stays.
      return async () => {
        if (listeners.get(userId) === listener) listeners.delete(userId);
      };
    },
    onGap: () => () => {},
  };
  return { channel, asked, listeners };
}

test("a person who is held twice is asked for once, and heard until both let go", async () => {
  const { channel, asked, listeners } = createChannel();
  const heard: string[] = [];
  const people = new People({
    channel,
    logger: silent,
    listener: (userId, { type }) => heard.push(`${userId} ${type}`),
  });
  const [first, second] = await Promise.all([people.hold("ann"), people.hold("ann")]);
  await channel.publish("ann", EVENT);
  first();
  first();
  await channel.publish("ann", EVENT);
  second();
  await vi.waitUntil(() => !listeners.has("ann"));
  await channel.publish("ann", EVENT);
  expect(asked).toEqual(["ann"]);
  expect(heard).toEqual(["ann models-changed", "ann models-changed"]);
});

test("a person who was let go and is held again is heard again", async () => {
  const { channel, asked } = createChannel();
  const heard: string[] = [];
  const people = new People({ channel, logger: silent, listener: (userId) => heard.push(userId) });
  (await people.hold("ann"))();
  await people.hold("ann");
  await channel.publish("ann", EVENT);
  expect(asked).toEqual(["ann", "ann"]);
  expect(heard).toEqual(["ann"]);
});

test("where the channel is away the holder is not kept waiting, and it is asked again until it answers", async () => {
  const { channel, listeners } = createChannel();
  let failures = 2;
  const flaky: UserChannel = {
    ...channel,
    subscribe: (userId, listener) =>
      failures-- > 0 ? Promise.reject(new Error("away")) : channel.subscribe(userId, listener),
  };
  const heard: string[] = [];
  const listener = (userId: string): void => void heard.push(userId);
  const people = new People({ channel: flaky, logger: silent, listener, retryAfterMs: 1 });
  const letGo = await people.hold("ann");
  await vi.waitUntil(() => listeners.has("ann"));
  await channel.publish("ann", EVENT);
  expect(heard).toEqual(["ann"]);
  letGo();
  await vi.waitUntil(() => !listeners.has("ann"));
});

test("a channel that does not answer keeps nobody waiting, and whoever it hears of late is told", async () => {
  const { channel, listeners } = createChannel();
  const answering = Promise.withResolvers<void>();
  const slow: UserChannel = {
    ...channel,
    subscribe: (userId, listener) => answering.promise.then(() => channel.subscribe(userId, listener)),
  };
  const late: string[] = [];
  const options = { channel: slow, logger: silent, listener: () => {}, onLate: (userId: string) => late.push(userId) };
  const people = new People({ ...options, hearWithinMs: 1 });
  await people.hold("ann");
  expect({ isHeard: listeners.has("ann"), late }).toEqual({ isHeard: false, late: [] });
  answering.resolve();
  await vi.waitUntil(() => late.length > 0);
  expect({ isHeard: listeners.has("ann"), late }).toEqual({ isHeard: true, late: ["ann"] });
  await new People({ ...options, channel }).hold("ben");
  expect(late).toEqual(["ann"]);
});
