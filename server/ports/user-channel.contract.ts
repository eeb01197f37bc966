import { v7 as createId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UserEvent } from "#contracts/user-event.ts";
import type { UserChannel } from "./user-channel.ts";

/** One engine under test, as two processes have it. */
export type ChannelEngine = { channel: UserChannel; otherChannel: UserChannel; stop: () => Promise<void> };

/** What every engine of the user channel promises. */
export function describeUserChannel(name: string, start: () => Promise<ChannelEngine>): void {
  describe(`the user channel on ${name}`, () => {
    let engine: ChannelEngine;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine.stop());

    test("an event reaches the listeners of all processes once, with whose it is", async () => {
      const [here, there] = [await record(engine.channel), await record(engine.otherChannel)];
      const [userId, other] = [createId(), createId()];
      await engine.channel.publish(userId, { type: "models-changed" });
      await engine.otherChannel.publish(other, { type: "settings-changed" });
      const expected: Heard[] = [
        { userId, event: { type: "models-changed" } },
        { userId: other, event: { type: "settings-changed" } },
      ];
      await Promise.all([here.count(2), there.count(2)]);
      expect(byUser(here.heard)).toEqual(byUser(expected));
      expect(byUser(there.heard)).toEqual(byUser(expected));
    });

    test("events of one process arrive in the order in which they were published", async () => {
      const there = await record(engine.otherChannel);
      const ids = Array.from({ length: 50 }, () => createId());
      await Promise.all(
        ids.map((generationId) =>
          engine.channel.publish(createId(), { type: "generation-stop-requested", generationId }),
        ),
      );
      await there.count(50);
      expect(there.heard.map(({ event }) => "generationId" in event && event.generationId)).toEqual(ids);
    });

    test("an event of any length arrives whole", async () => {
      const there = await record(engine.otherChannel);
      const title = "標題 🏳️‍🌈 ".repeat(4_000);
      const event = { type: "conversation-put" as const, conversation: conversationOf(title) };
      await engine.channel.publish(createId(), event);
      await there.count(1);
      expect(there.heard[0]?.event).toEqual(event);
    });

    test("a listener that fails hurts neither the publisher nor other listeners", async () => {
      const stop = await engine.channel.listen(() => {
        throw new Error("this listener is broken");
      });
      const here = await record(engine.channel);
      await engine.channel.publish(createId(), { type: "models-changed" });
      await stop();
      expect(here.heard).toHaveLength(1);
    });

    test("who stopped listening hears nothing more", async () => {
      const here = await record(engine.channel);
      await here.stop();
      await engine.channel.publish(createId(), { type: "models-changed" });
      expect(here.heard).toEqual([]);
    });
  });
}

type Heard = { userId: string; event: UserEvent };

async function record(channel: UserChannel) {
  const heard: Heard[] = [];
  let wake = (): void => {};
  const stop = await channel.listen((userId, event) => {
    heard.push({ userId, event });
    wake();
  });
  const count = async (length: number): Promise<void> => {
    while (heard.length < length) await new Promise<void>((resolve) => (wake = resolve));
  };
  return { heard, count, stop };
}

function byUser(heard: Heard[]): Heard[] {
  return heard.toSorted((one, other) => (one.userId < other.userId ? -1 : 1));
}

function conversationOf(title: string) {
  const at = new Date().toISOString();
  return { id: createId(), title, modelId: null, currentLeafId: null, createdAt: at, updatedAt: at, isRunning: false, isUnread: false };
}
