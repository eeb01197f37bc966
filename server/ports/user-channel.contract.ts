import { v7 as createId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UserEvent } from "#contracts/user-event.ts";
import { EVERYBODY, type UserChannel } from "./user-channel.ts";

/** One engine under test, as two processes have it. */
export type ChannelEngine = { channel: UserChannel; otherChannel: UserChannel; stop: () => Promise<void> };

const MODELS: UserEvent = { type: "models-changed" };
const SETTINGS: UserEvent = { type: "settings-changed" };

/** What every engine of the user channel promises. */
export function describeUserChannel(name: string, start: () => Promise<ChannelEngine>): void {
  describe(`the user channel on ${name}`, () => {
    let engine: ChannelEngine;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine.stop());

    test("an event reaches this person's listeners of all processes once, and nobody else's", async () => {
      const [userId, other] = [createId(), createId()];
      const [here, there] = [await record(engine.channel, userId), await record(engine.otherChannel, userId)];
      const foreign = await record(engine.otherChannel, other);
      await engine.channel.publish(userId, MODELS);
      await engine.otherChannel.publish(userId, SETTINGS);
      await engine.channel.publish(other, MODELS);
      await Promise.all([here.count(2), there.count(2), foreign.count(1)]);
      expect(here.heard).toEqual(expect.arrayContaining([MODELS, SETTINGS]));
      expect(there.heard).toEqual(expect.arrayContaining([MODELS, SETTINGS]));
      expect([here.heard.length, there.heard.length, foreign.heard]).toEqual([2, 2, [MODELS]]);
    });

    test("an event for everybody reaches who listens for everybody, and only those", async () => {
      const [everybody, person] = [await record(engine.otherChannel, EVERYBODY), await record(engine.otherChannel)];
      await engine.channel.publish(EVERYBODY, MODELS);
      await everybody.count(1);
      await engine.channel.publish(person.userId, SETTINGS);
      await person.count(1);
      expect([everybody.heard, person.heard]).toEqual([[MODELS], [SETTINGS]]);
      await everybody.stop();
    });

    test("several listeners for one person hear each event once each, also when one stops", async () => {
      const first = await record(engine.otherChannel);
      const second = await record(engine.otherChannel, first.userId);
      await engine.channel.publish(first.userId, MODELS);
      await Promise.all([first.count(1), second.count(1)]);
      await first.stop();
      await first.stop();
      await engine.channel.publish(first.userId, SETTINGS);
      await second.count(2);
      expect([first.heard, second.heard]).toEqual([[MODELS], [MODELS, SETTINGS]]);
    });

    test("who stopped and subscribes again hears what comes from then on", async () => {
      const before = await record(engine.otherChannel);
      await before.stop();
      const after = await record(engine.otherChannel, before.userId);
      await engine.channel.publish(before.userId, MODELS);
      await after.count(1);
      expect(before.heard).toEqual([]);
    });

    test("events of one process to one person arrive in the order in which they were published", async () => {
      const there = await record(engine.otherChannel);
      const ids = Array.from({ length: 50 }, () => createId());
      await Promise.all(
        ids.map((generationId) =>
          engine.channel.publish(there.userId, { type: "generation-stop-requested", generationId }),
        ),
      );
      await there.count(50);
      expect(there.heard.map((event) => "generationId" in event && event.generationId)).toEqual(ids);
    });

    test("an event of any length arrives whole", async () => {
      const there = await record(engine.otherChannel);
      const title = "標題 🏳️‍🌈 ".repeat(4_000);
      const event = { type: "conversation-put" as const, conversation: conversationOf(title) };
      await engine.channel.publish(there.userId, event);
      await there.count(1);
      expect(there.heard[0]).toEqual(event);
    });

    test("a listener that fails hurts neither the publisher nor other listeners", async () => {
      const here = await record(engine.channel);
      const stop = await engine.channel.subscribe(here.userId, () => {
        throw new Error("this listener is broken");
      });
      await engine.channel.publish(here.userId, MODELS);
      await stop();
      expect(here.heard).toHaveLength(1);
    });

    test("a thousand people are subscribed at once, and each hears their own", async () => {
      const people = await Promise.all(Array.from({ length: 1_000 }, () => record(engine.otherChannel)));
      await Promise.all(people.map(({ userId }) => engine.channel.publish(userId, SETTINGS)));
      await Promise.all(people.map(({ count }) => count(1)));
      expect(people.every(({ heard }) => heard.length === 1)).toBe(true);
      await Promise.all(people.map(({ stop }) => stop()));
    });
  });
}

async function record(channel: UserChannel, userId: string = createId()) {
  const heard: UserEvent[] = [];
  let wake = (): void => {};
  const stop = await channel.subscribe(userId, (event) => {
    heard.push(event);
    wake();
  });
  const count = async (length: number): Promise<void> => {
    while (heard.length < length) await new Promise<void>((resolve) => (wake = resolve));
  };
  return { userId, heard, count, stop };
}

function conversationOf(title: string) {
  const at = new Date().toISOString();
  return {
    id: createId(),
    title,
    modelId: null,
    currentLeafId: null,
    createdAt: at,
    updatedAt: at,
    isRunning: false,
    isUnread: false,
  };
}
