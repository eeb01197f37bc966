import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { freePort } from "#scripts/testing/free-port.ts";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { TestSocket } from "#scripts/testing/gateway/test-socket.ts";
import { viewOf } from "#scripts/testing/gateway/view.ts";
import type { Actor } from "#server/context.ts";
import { CLAIM_WITHIN_MS } from "#server/domains/generations/index.ts";
import { issueSocketTicket } from "#server/domains/accounts/index.ts";

let gateway: TestGateway;
const children: ChildProcess[] = [];
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(() => gateway.close());

/** A realtime process of its own, as the launcher starts one, that is ready. */
async function startChild() {
  const port = await freePort();
  const { env } = gateway.container;
  const child = spawn(process.execPath, ["realtime/main.ts"], {
    stdio: "ignore",
    env: {
      NODE_ENV: "test",
      DATABASE_URL: env.DATABASE_URL,
      AUTH_SECRET: env.AUTH_SECRET,
      ENCRYPTION_KEYS: env.ENCRYPTION_KEYS,
      TOKEN_PRIVATE_KEY: env.TOKEN_PRIVATE_KEY,
      REALTIME_PORT: String(port),
      LOG_LEVEL: "silent",
    },
  });
  children.push(child);
  const ready = async (): Promise<number> =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(ready, { timeout: 15_000, interval: 50 }).toBe(200);
  return { child, port };
}

async function connect(port: number, actor: Actor): Promise<TestSocket> {
  const socket = TestSocket.open(port, { ticket: await issueSocketTicket(gateway.context, actor) });
  await socket.next("welcome");
  return socket;
}

test("an answer whose process is killed goes on in another one, and ends whole", async () => {
  const { child, port } = await startChild();
  const actor = await gateway.createActor();
  const [writer, elsewhere] = [await connect(port, actor), await gateway.connect(actor)];
  const turn = newTurn({ modelId: gateway.modelId("sim-slow-300@10") });
  await writer.ask(turn);
  await elsewhere.ask({ type: "conversation.subscribe", conversationId: turn.conversationId, cursors: {} });
  await elsewhere.until(() => viewOf(elsewhere.frames, turn.generationId).seq > 20);
  child.kill("SIGKILL");
  const end = await elsewhere.next("generation.end");
  expect(end.message).toMatchObject({ status: "ended", finishReason: "stop" });
  const words = Array.from({ length: 300 }, (_none, index) => `word${index + 1}`);
  const view = viewOf(elsewhere.frames, turn.generationId);
  expect(view.text.match(/word\d+/g)).toEqual(words);
  expect(view.hash).toBe(end.contentHash);
  const [second] = await gateway.context.generations.listSegments(actor.userId, turn.generationId);
  expect(second).toMatchObject({ reason: "abandoned", epoch: 2 });
  expect(second?.silentMs).toBeLessThan(CLAIM_WITHIN_MS);
}, 30_000);

test("asked to end, it sends its sockets away and is gone before anybody has to kill it", async () => {
  const { child, port } = await startChild();
  const socket = await connect(port, await gateway.createActor());
  child.kill("SIGTERM");
  expect(await socket.closed).toMatchObject({ code: 1012 });
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
}, 30_000);
