import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { EVERYBODY } from "#server/ports/user-channel.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

test("what concerns everybody reaches every open page, what concerns one person only theirs", async () => {
  const [ada, bob] = [await gateway.createActor(), await gateway.createActor()];
  const sockets = [await gateway.connect(ada), await gateway.connect(bob)];
  const { userChannel } = gateway.context;
  await userChannel.publish(ada.userId, { type: "settings-changed" });
  await userChannel.publish(EVERYBODY, { type: "models-changed" });
  for (const socket of sockets) await socket.next("models.changed");
  const told = sockets.map(({ frames }) =>
    frames.some((frame) => !Array.isArray(frame) && frame.type === "settings.changed"),
  );
  expect(told).toEqual([true, false]);
});
