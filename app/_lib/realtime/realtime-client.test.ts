import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TEST_CONVERSATION, TEST_GENERATION, TestRealtime } from "./testing-realtime.ts";

const { follower, statusBecomes } = TestRealtime;
let server: TestRealtime;

beforeEach(async () => {
  server = await TestRealtime.start();
});

afterEach(() => server.stop());

describe("a realtime client", () => {
  test("offers the protocol and its ticket, and is online after the welcome", async () => {
    const accepted = server.accept();
    const client = server.startClient();
    client.connect();
    const socket = await accepted;
    await statusBecomes(client, "online");
    expect(socket.protocol).toBe("polylogue.v1");
  });

  test("resolves a request when it is acknowledged, and rejects it with the server's words", async () => {
    const accepted = server.accept();
    const client = server.startClient();
    const stopped = client.request({ type: "generation.stop", generationId: TEST_GENERATION });
    const socket = await accepted;
    const first = await server.nextFrame();
    socket.send(JSON.stringify({ type: "ack", requestId: first.requestId }));
    await expect(stopped).resolves.toBeUndefined();

    const refused = client.request({ type: "generation.stop", generationId: TEST_GENERATION });
    const { requestId } = await server.nextFrame();
    socket.send(
      JSON.stringify({ type: "reject", requestId, code: "not-found", userMessage: "Gone.", isRetryable: false }),
    );
    await expect(refused).rejects.toMatchObject({ code: "not-found", message: "Gone.", isRetryable: false });
  });

  test("sends what was not acknowledged again on the next socket, under the same id", async () => {
    const accepted = server.accept();
    const client = server.startClient();
    const stopped = client.request({ type: "generation.stop", generationId: TEST_GENERATION });
    const first = await accepted;
    const sent = await server.nextFrame();
    const acceptedAgain = server.accept();
    first.terminate();
    const second = await acceptedAgain;
    expect(await server.nextFrame()).toEqual(sent);
    second.send(JSON.stringify({ type: "ack", requestId: sent.requestId }));
    await expect(stopped).resolves.toBeUndefined();
  });

  test("follows its conversations again after a reconnect, from the present cursors", async () => {
    const accepted = server.accept();
    const client = server.startClient();
    let cursors = {};
    client.subscribe(
      TEST_CONVERSATION,
      follower(() => ({ cursors, since: null })),
    );
    const first = await accepted;
    expect(await server.nextFrame()).toMatchObject({ type: "conversation.subscribe", cursors: {} });
    cursors = { [TEST_GENERATION]: { epoch: 1, seq: 7 } };
    const acceptedAgain = server.accept();
    first.close(1012);
    await acceptedAgain;
    expect(await server.nextFrame()).toMatchObject({ type: "conversation.subscribe", cursors });
  });

  test("says nothing more to a conversation that it has left", async () => {
    const accepted = server.accept();
    const client = server.startClient();
    const leave = client.subscribe(TEST_CONVERSATION, follower());
    await accepted;
    await server.nextFrame();
    leave();
    expect(await server.nextFrame()).toMatchObject({
      type: "conversation.unsubscribe",
      conversationId: TEST_CONVERSATION,
    });
  });

  test("stops for good when the session has ended", async () => {
    const accepted = server.accept();
    const client = server.startClient();
    const pending = client.request({ type: "generation.stop", generationId: TEST_GENERATION });
    (await accepted).close(4410);
    await expect(pending).rejects.toMatchObject({ code: "signed-out" });
    expect(client.status).toBe("signed-out");
  });

  test("is signed out when there is no ticket to be had", async () => {
    const client = server.startClient(() => Promise.resolve(null));
    client.connect();
    await statusBecomes(client, "signed-out");
    await expect(client.request({ type: "generation.stop", generationId: TEST_GENERATION })).rejects.toMatchObject({
      code: "signed-out",
    });
  });

  test("hands on every frame in order, the hot one included, and overlooks what is no frame", async () => {
    const accepted = server.accept();
    const client = server.startClient();
    const seen: unknown[] = [];
    client.onFrame((frame) => seen.push(frame));
    const stopped = client.request({ type: "generation.stop", generationId: TEST_GENERATION });
    const socket = await accepted;
    const { requestId } = await server.nextFrame();
    for (const data of ["not json", "[1]", '["a",1,"Hi"]', '{"type":"models.changed"}']) socket.send(data);
    socket.send(JSON.stringify({ type: "ack", requestId }));
    await stopped;
    expect(seen.slice(1, 3)).toEqual([["a", 1, "Hi"], { type: "models.changed" }]);
  });
});
