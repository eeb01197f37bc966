import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TEST_CONVERSATION, TEST_GENERATION, TestRealtime } from "./testing-realtime.ts";

const { acknowledge, follower, statusBecomes } = TestRealtime;
let server: TestRealtime;

beforeEach(async () => {
  server = await TestRealtime.start();
});

afterEach(() => server.stop());

describe("with a server of version 2", () => {
  const WELCOME = { protocolVersion: 2, protocolVersionMin: 1 };
  const EARLIER = "2026-01-01T00:00:00.000Z";
  const LATER = "2026-01-01T01:00:00.000Z";

  test("says hello first and everything else at once, without waiting for an answer", async () => {
    const accepted = server.accept({ ...WELCOME, protocolVersion: 9 });
    const client = server.startClient();
    client.syncAccountFrom(EARLIER);
    client.subscribe(
      TEST_CONVERSATION,
      follower(() => ({ cursors: {}, since: EARLIER })),
    );
    void client.request({ type: "generation.stop", generationId: TEST_GENERATION });
    await accepted;
    expect(await server.nextFrames(4)).toMatchObject([
      { type: "hello", protocolVersion: 2 },
      { type: "generation.stop" },
      { type: "account.sync", since: EARLIER },
      { type: "conversation.subscribe", since: EARLIER },
    ]);
  });

  test("catches up from what was acknowledged last, and tells the view up to where", async () => {
    const accepted = server.accept(WELCOME);
    const client = server.startClient();
    let since: string | null = null;
    const caughtUp = new Promise<void>((resolve) => {
      const onCaughtUp = (at: string | null) => {
        since = at;
        resolve();
      };
      client.subscribe(
        TEST_CONVERSATION,
        follower(() => ({ cursors: {}, since }), onCaughtUp),
      );
    });
    const first = await accepted;
    const [, sync, subscription] = await server.nextFrames(3);
    expect([sync, subscription]).toMatchObject([{ since: null }, { type: "conversation.subscribe" }]);
    expect(subscription).not.toHaveProperty("since");
    if (sync) acknowledge(first, sync, EARLIER);
    if (subscription) acknowledge(first, subscription, LATER);
    await caughtUp;
    const acceptedAgain = server.accept(WELCOME);
    first.terminate();
    await acceptedAgain;
    expect(await server.nextFrames(3)).toMatchObject([{ type: "hello" }, { since: EARLIER }, { since: LATER }]);
  });

  test("asks again for a conversation only after the first question was answered, for the place counts as of the question", async () => {
    const accepted = server.accept(WELCOME);
    const client = server.startClient();
    client.subscribe(TEST_CONVERSATION, follower());
    const socket = await accepted;
    const [, , subscription] = await server.nextFrames(3);
    client.resubscribe(TEST_CONVERSATION);
    client.resubscribe(TEST_CONVERSATION);
    void client.request({ type: "generation.stop", generationId: TEST_GENERATION });
    expect(await server.nextFrame()).toMatchObject({ type: "generation.stop" });
    if (subscription) acknowledge(socket, subscription, LATER);
    expect(await server.nextFrame()).toMatchObject({ type: "conversation.subscribe" });
    void client.request({ type: "generation.stop", generationId: TEST_GENERATION });
    expect(await server.nextFrame()).toMatchObject({ type: "generation.stop" });
  });

  test("keeps its requests and makes no further attempt when the page is too old for it", async () => {
    const accepted = server.accept({ protocolVersion: 9, protocolVersionMin: 8 });
    const client = server.startClient();
    void client.request({ type: "generation.stop", generationId: TEST_GENERATION });
    const closed = once(await accepted, "close");
    await statusBecomes(client, "outdated");
    await closed;
    client.connect();
    expect(client.status).toBe("outdated");
    expect(server.server.clients.size).toBe(0);
  });

  test("is outdated as well when the server closes over the version", async () => {
    const accepted = server.accept(WELCOME);
    const client = server.startClient();
    client.connect();
    (await accepted).close(4426);
    await statusBecomes(client, "outdated");
  });

  test("comes back at once, without a word of being offline, when the server goes", async () => {
    const accepted = server.accept(WELCOME);
    const client = server.startClient();
    const statuses: string[] = [];
    client.connect();
    const first = await accepted;
    await statusBecomes(client, "online");
    client.onStatus((status) => statuses.push(status));
    const acceptedAgain = server.accept(WELCOME);
    first.close(1012);
    await acceptedAgain;
    await statusBecomes(client, "online");
    expect(statuses).toEqual(["connecting", "online"]);
  });

  test("waits until it is used when it gave its place to another tab", async () => {
    const accepted = server.accept(WELCOME);
    const client = server.startClient();
    client.connect();
    const first = await accepted;
    await statusBecomes(client, "online");
    first.close(4408);
    await statusBecomes(client, "connecting");
    const acceptedAgain = server.accept(WELCOME);
    client.probe();
    await acceptedAgain;
    await statusBecomes(client, "online");
  });

  test("replaces its socket at once after a long sleep", async () => {
    const accepted = server.accept(WELCOME);
    const client = server.startClient();
    client.connect();
    await accepted;
    await statusBecomes(client, "online");
    client.tick(1_000);
    expect(client.status).toBe("online");
    const acceptedAgain = server.accept(WELCOME);
    client.tick(3_600_000);
    await acceptedAgain;
    await statusBecomes(client, "online");
  });

  test("asks for a sign of life when an answer is awaited and nothing comes", async () => {
    const accepted = server.accept(WELCOME);
    const client = server.startClient();
    client.subscribe(TEST_CONVERSATION, follower());
    const socket = await accepted;
    const frames = await server.nextFrames(3);
    const caughtUp = server.nextFrames(2);
    for (const frame of frames) acknowledge(socket, frame);
    await once(socket, "pong", { signal: (socket.ping(), AbortSignal.timeout(5_000)) });
    for (let tick = 1; tick <= 3; tick++) client.tick(0);
    expect(await caughtUp).toMatchObject([{ type: "account.sync" }, { type: "conversation.subscribe" }]);
  });
});

test("a server of version 1 is never asked for what it does not know", async () => {
  const accepted = server.accept();
  const client = server.startClient();
  const read = client.request({ type: "conversation.read", conversationId: TEST_CONVERSATION });
  await accepted;
  await expect(read).rejects.toMatchObject({ isRetryable: true });
  void client.request({ type: "generation.stop", generationId: TEST_GENERATION });
  expect(await server.nextFrame()).toMatchObject({ type: "generation.stop" });
});
