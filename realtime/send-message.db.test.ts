import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newTurn } from "#scripts/testing/gateway/new-turn.ts";
import { startTestGateway, type TestGateway } from "#scripts/testing/gateway/test-gateway.ts";
import { viewOf } from "#scripts/testing/gateway/view.ts";
import { listMessages } from "#server/domains/messages/list-messages.ts";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

test("a message is acknowledged, its answer streams in, and what was shown is what is stored", async () => {
  const { context } = gateway.container;
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  const turn = newTurn({ modelId: gateway.modelId("sim-markdown@1"), text: "Show me **Markdown**" });
  expect(await socket.ask(turn)).toMatchObject({ type: "ack" });
  const end = await socket.next("generation.end");
  const view = viewOf(socket.frames, turn.generationId);
  expect(end.message).toMatchObject({ id: turn.answerId, status: "ended", finishReason: "stop", error: null });
  expect(end.message.usage).toMatchObject({ inputTokens: 12 });
  expect(end.message.parts).toEqual(view.parts);
  expect({ seq: end.seq, contentHash: end.contentHash }).toEqual({ seq: view.seq, contentHash: view.hash });
  const { conversationId } = turn;
  const { messages, hasEarlier } = await listMessages(context, actor, { conversationId, limit: 10 });
  expect(messages.map(({ id }) => id)).toEqual([turn.messageId, turn.answerId]);
  expect(messages[1]).toEqual(end.message);
  expect(hasEarlier).toBe(false);
  const puts = socket.frames.filter((frame) => !Array.isArray(frame) && frame.type === "conversation.put");
  expect(puts[0]).toMatchObject({ conversation: { title: "Show me Markdown", isRunning: true } });
  expect(await context.conversations.find(actor.userId, conversationId)).toMatchObject({
    currentLeafId: turn.answerId,
    isRunning: false,
    isUnread: true,
  });
});

test("the first word comes only after the message is acknowledged", async () => {
  const socket = await gateway.connect(await gateway.createActor());
  await socket.ask(newTurn({ modelId: gateway.modelId("sim-short") }));
  await socket.next("generation.end");
  const kinds = socket.frames.map((frame) => (Array.isArray(frame) ? "delta" : frame.type));
  const order = ["ack", "message.put", "generation.snapshot", "generation.end"].map((kind) =>
    kinds.findIndex((candidate) => candidate === kind),
  );
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  expect(kinds.slice(0, kinds.indexOf("ack"))).not.toContain("delta");
});

test("sending a message again changes nothing and is acknowledged again, on any socket and at any time", async () => {
  const actor = await gateway.createActor();
  const [first, second] = [await gateway.connect(actor), await gateway.connect(actor)];
  const turn = newTurn({ modelId: gateway.modelId("sim-slow-30@10") });
  const before = gateway.simulator.requests.length;
  const answers = await Promise.all([first.ask(turn), first.ask(turn), second.ask(turn)]);
  expect(answers.map(({ type }) => type)).toEqual(["ack", "ack", "ack"]);
  const end = await first.next("generation.end");
  expect(await first.ask(turn)).toMatchObject({ type: "ack" });
  const asked = gateway.simulator.requests.slice(before).filter(({ modelName }) => modelName === "sim-slow-30@10");
  expect(asked.length - countTitleRequests(asked)).toBe(1);
  const { messages } = await listMessages(gateway.container.context, actor, {
    conversationId: turn.conversationId,
    limit: 10,
  });
  expect(messages.map(({ id, siblingIds }) => ({ id, siblingIds }))).toEqual([
    { id: turn.messageId, siblingIds: [turn.messageId] },
    { id: turn.answerId, siblingIds: [turn.answerId] },
  ]);
  expect(messages[1]).toEqual(end.message);
});

test("while an answer is written a next message under it is refused as busy, and taken afterwards", async () => {
  const socket = await gateway.connect(await gateway.createActor());
  const modelId = gateway.modelId("sim-slow-30@10");
  const first = newTurn({ modelId });
  await socket.ask(first);
  const next = newTurn({ modelId, conversationId: first.conversationId, parentId: first.answerId });
  expect(await socket.ask(next)).toMatchObject({ type: "reject", code: "busy", isRetryable: true });
  await socket.next("generation.end");
  expect(await socket.ask(next)).toMatchObject({ type: "ack" });
  expect((await socket.next("generation.end")).message.parentId).toBe(next.messageId);
});

test("the model reads the branch and the person's own instructions, never what the browser claims", async () => {
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  await gateway.container.context.settings.upsert(actor.userId, { customInstructions: "Call me Ada." });
  const modelId = gateway.modelId("sim-echo");
  const first = newTurn({ modelId, text: "One" });
  await socket.ask(first);
  await socket.next("generation.end");
  const edited = newTurn({ modelId, text: "Two", conversationId: first.conversationId });
  await socket.ask(edited);
  await socket.next("generation.end");
  const last = newTurn({ modelId, text: "Three", conversationId: first.conversationId, parentId: edited.answerId });
  await socket.ask(last);
  await socket.next("generation.end");
  const asked = gateway.simulator.requests
    .map(({ body }) => JSON.stringify(body))
    .find((body) => body.includes("Three"));
  expect(asked).toContain("Call me Ada.");
  expect(asked).toMatch(/"Two".*"Two".*"Three"/);
  expect(asked).not.toContain('"One"');
});

test("editing a message makes a branch beside it, and the conversation stands on the newest", async () => {
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  const modelId = gateway.modelId("sim-short");
  const first = newTurn({ modelId });
  await socket.ask(first);
  await socket.next("generation.end");
  const edited = newTurn({ modelId, conversationId: first.conversationId });
  await socket.ask(edited);
  const put = await socket.until(
    (frame) => !Array.isArray(frame) && frame.type === "message.put" && frame.message.id === edited.messageId,
  );
  expect(put).toMatchObject({ message: { siblingIds: [first.messageId, edited.messageId] } });
  await socket.next("generation.end");
  const { messages } = await listMessages(gateway.container.context, actor, {
    conversationId: first.conversationId,
    limit: 10,
  });
  expect(messages.map(({ id }) => id)).toEqual([edited.messageId, edited.answerId]);
});

test("another answer to the same message is a branch of its own, and the first one stays", async () => {
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  const modelId = gateway.modelId("sim-short");
  const turn = newTurn({ modelId });
  await socket.ask(turn);
  const first = await socket.next("generation.end");
  const again = { answerId: createId(), generationId: createId() };
  const { conversationId, messageId: parentId } = turn;
  const frame = { type: "answer.regenerate" as const, conversationId, parentId, modelId, ...again };
  expect(await socket.ask(frame)).toMatchObject({ type: "ack" });
  expect(await socket.ask(frame)).toMatchObject({ type: "ack" });
  const second = await socket.next("generation.end");
  expect(second.message).toMatchObject({ id: again.answerId, siblingIds: [turn.answerId, again.answerId] });
  const stored = await gateway.container.context.messages.listNodes(actor.userId, conversationId, [turn.answerId]);
  expect(stored[0]).toMatchObject({ status: "ended", parts: first.message.parts });
});

test("text that a database cannot hold is mended, in questions and in answers", async () => {
  const socket = await gateway.connect(await gateway.createActor());
  const turn = newTurn({ modelId: gateway.modelId("sim-split-surrogates"), text: "before\0after \ud83d" });
  await socket.ask(turn);
  const put = await socket.next("message.put");
  expect(put.message.parts).toEqual([{ type: "text", text: "beforeafter \ufffd" }]);
  const end = await socket.next("generation.end");
  expect(end.message.parts).toEqual([{ type: "text", text: "A 😀 B \ufffd C\ufffd" }]);
  expect(viewOf(socket.frames, turn.generationId).hash).toBe(end.contentHash);
});

test("reasoning, refusals and tool calls arrive as parts of their own and fold to the stored content", async () => {
  const socket = await gateway.connect(await gateway.createActor());
  for (const scenario of ["sim-reasoning", "sim-tool-call", "sim-refusal"]) {
    const turn = newTurn({ modelId: gateway.modelId(scenario) });
    await socket.ask(turn);
    const end = await socket.next("generation.end");
    const view = viewOf(socket.frames, turn.generationId);
    expect({ parts: view.parts, hash: view.hash }).toEqual({ parts: end.message.parts, hash: end.contentHash });
    expect(end.message.parts?.length).toBeGreaterThan(0);
  }
});

test("a conversation gets a better title from its model, which replaces its first words", async () => {
  const actor = await gateway.createActor();
  const socket = await gateway.connect(actor);
  const turn = newTurn({ modelId: gateway.modelId("sim-short"), text: "hello" });
  await socket.ask(turn);
  const better = await socket.until(
    (frame) =>
      !Array.isArray(frame) && frame.type === "conversation.put" && frame.conversation.title === "Simulated title",
  );
  expect(better).toMatchObject({ conversation: { id: turn.conversationId, isRunning: false } });
});

function countTitleRequests(requests: readonly { body: unknown }[]): number {
  return requests.filter(({ body }) => JSON.stringify(body).includes("Give this conversation a title")).length;
}

test("a model's name that the database cannot hold is refused before it gets there", async () => {
  const socket = await gateway.connect(await gateway.createActor());
  const turn = newTurn({ modelId: "demo/de\0mo" });
  expect(await socket.ask(turn)).toMatchObject({ type: "reject", code: "invalid-input" });
});
