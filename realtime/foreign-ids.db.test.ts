import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import type { TestSocket } from "#scripts/testing/gateway/test-socket.ts";
import type { Actor } from "#server/context.ts";
import { listMessages } from "#server/domains/messages/list-messages.ts";

let gateway: TestGateway;
let owner: Actor;
let ownerSocket: TestSocket;
let stranger: Actor;
let strangerSocket: TestSocket;
beforeAll(async () => {
  gateway = await startTestGateway();
  owner = await gateway.createActor();
  stranger = await gateway.createActor();
  ownerSocket = await gateway.connect(owner);
  strangerSocket = await gateway.connect(stranger);
});
afterAll(() => gateway.close());

async function runningTurn() {
  const turn = newTurn({ modelId: gateway.modelId("sim-slow-100@20"), text: "A secret of the owner" });
  await ownerSocket.ask(turn);
  return turn;
}

const saysNothingOf = (secret: string): boolean => !JSON.stringify(strangerSocket.frames).includes(secret);

test("another person's conversation cannot be followed, listed, or gone on from", async () => {
  const turn = await runningTurn();
  const { conversationId, generationId, answerId, modelId } = turn;
  const cursors = { [generationId]: { epoch: 1, seq: 0 } };
  expect(await strangerSocket.ask({ type: "conversation.subscribe", conversationId, cursors })).toMatchObject({
    type: "reject",
    code: "not-found",
  });
  const own = newTurn({ modelId: gateway.modelId("sim-short") });
  await strangerSocket.ask(own);
  await strangerSocket.ask({ type: "conversation.subscribe", conversationId: own.conversationId, cursors });
  await expect(listMessages(gateway.context, stranger, { conversationId, limit: 10 })).rejects.toMatchObject({
    code: "not-found",
  });
  const under = newTurn({ modelId, conversationId, parentId: answerId });
  expect(await strangerSocket.ask(under)).toMatchObject({ type: "reject", code: "not-found" });
  const again = { conversationId, parentId: turn.messageId, answerId: createId(), generationId: createId(), modelId };
  expect(await strangerSocket.ask({ type: "answer.regenerate", ...again })).toMatchObject({ code: "not-found" });
  await ownerSocket.ask({ type: "generation.stop", generationId });
  expect(saysNothingOf(answerId) && saysNothingOf("word1")).toBe(true);
});

test("another person's answer cannot be gone on with, read anew, or seen in what was missed", async () => {
  const since = new Date(0).toISOString();
  const turn = await runningTurn();
  const { conversationId, generationId, answerId, modelId } = turn;
  await ownerSocket.ask({ type: "generation.stop", generationId });
  await ownerSocket.until(
    (frame) => !Array.isArray(frame) && frame.type === "generation.end" && frame.generationId === generationId,
  );
  const unread = await gateway.context.conversations.find(owner.userId, conversationId);
  const refused = [
    { type: "answer.continue" as const, conversationId, answerId, modelId, generationId: createId() },
    { type: "answer.reread" as const, conversationId, answerId },
    { type: "conversation.subscribe" as const, conversationId, cursors: {}, since },
  ];
  for (const frame of refused) {
    expect(await strangerSocket.ask(frame)).toMatchObject({ type: "reject", code: "not-found" });
  }
  // These two name nobody's: they find nothing of the stranger's, and change and tell nothing.
  expect(await strangerSocket.ask({ type: "conversation.read", conversationId })).toMatchObject({ type: "ack" });
  expect(await strangerSocket.ask({ type: "account.sync", since })).toMatchObject({ type: "ack" });
  expect(await gateway.context.conversations.find(owner.userId, conversationId)).toEqual(unread);
  expect([answerId, conversationId, "word1"].every(saysNothingOf)).toBe(true);
});

test("an answer of one's own cannot be reread through another person's conversation", async () => {
  const own = newTurn({ modelId: gateway.modelId("sim-short") });
  await strangerSocket.ask(own);
  const { conversationId } = await runningTurn();
  expect(await strangerSocket.ask({ type: "answer.reread", conversationId, answerId: own.answerId })).toMatchObject({
    type: "reject",
    code: "not-found",
  });
});

test("another person's answer cannot be stopped", async () => {
  const { generationId } = await runningTurn();
  expect(await strangerSocket.ask({ type: "generation.stop", generationId })).toMatchObject({
    type: "reject",
    code: "not-found",
  });
  expect(gateway.context.liveGenerations.find(owner.userId, generationId)?.haltReason).toBeNull();
  await ownerSocket.ask({ type: "generation.stop", generationId });
});

test("the ids of another person, sent as one's own, make things of one's own and touch theirs in no way", async () => {
  const turn = await runningTurn();
  const stolen = { ...turn, modelId: gateway.modelId("sim-short"), parts: [{ type: "text" as const, text: "mine" }] };
  expect(await strangerSocket.ask(stolen)).toMatchObject({ type: "ack" });
  const { conversationId } = turn;
  await strangerSocket.until(
    (frame) => !Array.isArray(frame) && frame.type === "generation.end" && frame.generationId === turn.generationId,
  );
  const theirs = await listMessages(gateway.context, owner, { conversationId, limit: 10 });
  expect(theirs.messages[0]?.parts).toEqual(turn.parts);
  expect(theirs.messages[1]).toMatchObject({ status: "running" });
  expect(JSON.stringify(ownerSocket.frames)).not.toContain('"mine"');
  await ownerSocket.ask({ type: "generation.stop", generationId: turn.generationId });
  expect(saysNothingOf("A secret of the owner")).toBe(true);
});

test("ids that name something else of the same person are refused, and nothing is written", async () => {
  const modelId = gateway.modelId("sim-short");
  const turn = newTurn({ modelId });
  await ownerSocket.ask(turn);
  const { conversationId } = turn;
  const clashes = [
    newTurn({ modelId, conversationId, messageId: turn.answerId }),
    newTurn({ modelId, conversationId, answerId: turn.messageId }),
    newTurn({ modelId, conversationId, generationId: turn.generationId }),
  ];
  const same = createId();
  clashes.push(newTurn({ modelId, messageId: same, answerId: same }));
  for (const clash of clashes) {
    expect(await ownerSocket.ask(clash)).toMatchObject({ type: "reject", code: "conflict" });
  }
});

test("a deleted conversation takes no more messages", async () => {
  const modelId = gateway.modelId("sim-short");
  const turn = newTurn({ modelId });
  await ownerSocket.ask(turn);
  await ownerSocket.until(
    (frame) => !Array.isArray(frame) && frame.type === "generation.end" && frame.generationId === turn.generationId,
  );
  const { conversationId, answerId: parentId } = turn;
  await gateway.context.conversations.delete(owner.userId, conversationId, new Date());
  expect(await ownerSocket.ask(newTurn({ modelId, conversationId, parentId }))).toMatchObject({ code: "not-found" });
});
