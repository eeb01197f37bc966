import { afterAll, beforeAll, expect, test } from "vitest";
import { v7 as createId } from "uuid";
import { type Simulator, startSimulator } from "#inference/simulator/start-simulator.ts";
import { runSql } from "#scripts/testing/run-sql.ts";
import { insertSimulatorConnection } from "#scripts/testing/insert-simulator-connection.ts";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import { claimIdleGenerations } from "./claim-idle-generations.ts";
import { CONTINUE_WITHIN_MS, STALE_AFTER_MS, WRITERS_MAX } from "./generation.ts";
import { getGenerationEnd } from "./get-generation-end.ts";

let container: TestContainer;
let simulator: Simulator;
let connectionId: string;
let modelId: string;
beforeAll(async () => {
  container = await createTestContainer();
  simulator = await startSimulator();
  connectionId = await insertSimulatorConnection(container.acrossUsers, simulator.url);
  modelId = `${connectionId}/sim-short`;
});
afterAll(async () => {
  await container.close();
  await simulator.close();
});

const text = (value: string): StreamPart => ({ type: "text-delta", text: value });

/** A turn whose answer is being written by nobody who beats. `logged` is what its writer left. */
async function abandonedTurn(logged: StreamPart[] = [], silentMs = STALE_AFTER_MS + 500) {
  const turn = await runningTurn();
  const key = { userId: turn.userId, generationId: turn.generationId };
  await container.context.generationLog.append(
    key,
    1,
    logged.map((part, index) => ({ seq: index + 1, part })),
  );
  await change(turn.generationId, `heartbeat_at = now() - interval '${silentMs} milliseconds'`);
  return turn;
}

async function runningTurn(state: "running" | "queued" = "running") {
  const ids = { userId: createId(), conversationId: createId(), messageId: createId(), answerId: createId() };
  const generationId = createId();
  await container.context.messages.saveTurn(ids.userId, {
    conversationId: ids.conversationId,
    title: "A title",
    modelId,
    userMessage: { id: ids.messageId, parentId: null, parts: [{ type: "text", text: "Hello" }] },
    answer: { id: ids.answerId, parentId: ids.messageId },
    generationId,
    at: new Date(),
    state,
  });
  return { ...ids, generationId };
}

function change(generationId: string, assignment: string): Promise<void> {
  return runSql(container.acrossUsersUrl, `update generations set ${assignment} where id = '${generationId}'`);
}

/** Claims what is idle and waits until all that came of it is stored. */
async function claimAll(): Promise<number> {
  const count = await claimIdleGenerations(container.acrossUsers);
  await container.acrossUsers.liveGenerations.whenIdle();
  return count;
}

async function endOf({ userId, generationId }: { userId: string; generationId: string }) {
  const end = await getGenerationEnd(container.context, userId, generationId);
  return end?.message;
}

test("an answer whose process died is written to its end by another one", async () => {
  const turn = await abandonedTurn();
  const whole = await abandonedTurn();
  expect(await claimAll()).toBe(2);
  const [message, reference] = [await endOf(turn), await endOf(whole)];
  expect(message).toMatchObject({ status: "ended", finishReason: "stop", error: null });
  const said = reference?.parts.map((part) => ("text" in part ? part.text : "")).join("") ?? "";
  const cut = await abandonedTurn([text(said.slice(0, 7)), text(said.slice(7, said.length / 2))]);
  await claimAll();
  expect((await endOf(cut))?.parts).toEqual(reference?.parts);
  expect(await container.context.conversations.find(turn.userId, turn.conversationId)).toMatchObject({
    isRunning: false,
    isUnread: true,
  });
});

test("an answer that was whole when its process died ends with what it has", async () => {
  const usage = {
    inputTokens: 1,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 2,
    reasoningTokens: 0,
    audioInputTokens: 0,
    audioOutputTokens: 0,
  };
  const turn = await abandonedTurn([text("All of it."), { type: "usage", usage }, { type: "finish", reason: "stop" }]);
  expect(await claimAll()).toBe(1);
  expect(await endOf(turn)).toMatchObject({ status: "ended", usage, parts: [{ type: "text", text: "All of it." }] });
});

test("who goes on behind the results of tools adds to what the rounds before have cost", async () => {
  const usage = {
    inputTokens: 1_000,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 500,
    reasoningTokens: 0,
    audioInputTokens: 0,
    audioOutputTokens: 0,
  };
  const round: StreamPart[] = [
    { type: "tool-call-start", toolCallId: "1", toolName: "calculator" },
    { type: "tool-call-end", toolCallId: "1" },
    { type: "usage", usage },
    { type: "tool-result", toolCallId: "1", output: "42", isError: false },
  ];
  const [turn, whole] = [await abandonedTurn(round), await abandonedTurn()];
  await claimAll();
  const [message, reference] = [await endOf(turn), await endOf(whole)];
  expect(message?.parts.map(({ type }) => type)).toEqual(["tool-call", "tool-result", "text"]);
  expect(message?.usage).toMatchObject({
    inputTokens: 1_000 + (reference?.usage?.inputTokens ?? NaN),
    outputTokens: 500 + (reference?.usage?.outputTokens ?? NaN),
  });
});

test("an answer that was to be stopped is not gone on with", async () => {
  const turn = await abandonedTurn([text("Some of it")]);
  await change(turn.generationId, "stop_requested_at = now()");
  expect(await claimAll()).toBe(1);
  expect(await endOf(turn)).toMatchObject({ status: "stopped", parts: [{ text: "Some of it" }], error: null });
});

test("reasoning that was open is begun anew, and what stood before it stays", async () => {
  const turn = await abandonedTurn([text("Before. "), { type: "reasoning-delta", text: "Hm, half a thou" }]);
  expect(await claimAll()).toBe(1);
  const message = await endOf(turn);
  expect(message?.status).toMatch(/ended|interrupted/);
  expect(message?.parts[0]).toMatchObject({ type: "text", text: expect.stringMatching(/^Before\. /) });
  expect(JSON.stringify(message?.parts)).not.toContain("half a thou");
});

const thinking: StreamPart[] = [text("Before. "), { type: "reasoning-delta", text: "Hm, half a thou" }];
const thought = [
  { type: "text", text: "Before. " },
  { type: "reasoning", text: "Hm, half a thou" },
];

test.each([
  ["was to be stopped", "stop_requested_at = now()", "stopped"],
  [
    "nobody wrote for long",
    `heartbeat_at = now() - interval '${CONTINUE_WITHIN_MS + 1_000} milliseconds'`,
    "interrupted",
  ],
])(
  "an answer that %s keeps all that was shown of it, what cannot be gone on with too",
  async (_what, assignment, status) => {
    const turn = await abandonedTurn(thinking);
    await change(turn.generationId, assignment);
    await claimAll();
    expect(await endOf(turn)).toMatchObject({ status, parts: thought });
    const page = await container.context.generationLog.read(turn, { epoch: 0, seq: 0 });
    expect(page.parts.map(({ part }) => part)).toEqual(thinking);
  },
);

test.each([
  ["refuses to", "sim-no-continue"],
  ["is not there any more", "sim-no-such-model"],
])("where the model that is to go on %s, all that was shown stays", async (_what, name) => {
  const turn = await abandonedTurn(thinking);
  await change(turn.generationId, `model_id = '${connectionId}/${name}'`);
  await claimAll();
  expect(await endOf(turn)).toMatchObject({ status: "interrupted", parts: thought });
});

test("what nobody wrote for long is not gone on with by itself, and keeps what it has", async () => {
  const turn = await abandonedTurn([text("Long ago")], CONTINUE_WITHIN_MS + 1_000);
  expect(await claimAll()).toBe(1);
  expect(await endOf(turn)).toMatchObject({
    status: "interrupted",
    parts: [{ text: "Long ago" }],
    error: { code: "interrupted", isRetryable: true },
  });
});

test("a generation that the queue lost is found, and written from its beginning", async () => {
  const turn = await runningTurn("queued");
  expect(await claimAll()).toBe(0);
  await change(turn.generationId, "heartbeat_at = now() - interval '5 seconds'");
  expect(await claimAll()).toBe(1);
  expect(await endOf(turn)).toMatchObject({ status: "ended" });
  const segments = await container.context.generations.listSegments(turn.userId, turn.generationId);
  expect(segments).toMatchObject([{ reason: "queued", epoch: 1, fromSeq: 1 }]);
});

test("the former writer can write nothing more", async () => {
  const { acrossUsers: context } = container;
  const { userId, generationId } = await abandonedTurn([text("a")]);
  const record = await context.generations.find(userId, generationId);
  await claimAll();
  const late = [{ seq: 2, part: text("too late") }];
  await expect(context.generationLog.append({ userId, generationId }, 1, late)).rejects.toMatchObject({
    code: "conflict",
  });
  const outcome = { status: "ended", parts: [{ type: "text", text: "too late" }], finishReason: "stop" } as const;
  const rest = { usage: null, error: null, seq: 1, firstPartAt: null, endedAt: new Date(), segments: [] };
  expect(record && (await context.generations.end(record, { ...outcome, ...rest }))).toBe(false);
  expect(JSON.stringify((await endOf({ userId, generationId }))?.parts)).not.toContain("too late");
});

test("an answer that still beats is left alone", async () => {
  const { userId, generationId } = await runningTurn();
  expect(await claimAll()).toBe(0);
  expect(await container.context.generations.find(userId, generationId)).toMatchObject({
    status: "running",
    epoch: 1,
  });
});

test("of several processes at once each abandoned answer is claimed by one", async () => {
  const turns = await Promise.all(Array.from({ length: 10 }, () => abandonedTurn()));
  const counts = await Promise.all([1, 2, 3].map(() => claimIdleGenerations(container.acrossUsers)));
  await container.acrossUsers.liveGenerations.whenIdle();
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10);
  for (const turn of turns) expect(await endOf(turn)).toMatchObject({ status: "ended" });
});

test("the log of an answer that ended long ago is removed, and no other", async () => {
  const { acrossUsers: context } = container;
  const [old, running] = [await abandonedTurn([text("x")]), await runningTurn()];
  const key = { userId: running.userId, generationId: running.generationId };
  await context.generationLog.append(key, 1, [{ seq: 1, part: text("x") }]);
  await claimAll();
  await runSql(container.acrossUsersUrl, "update generations set ended_at = now() where ended_at is not null");
  expect(await context.generations.deleteEndedLogs(60_000)).toBe(0);
  await change(old.generationId, "ended_at = now() - interval '2 minutes'");
  expect(await context.generations.deleteEndedLogs(60_000)).toBeGreaterThan(0);
  expect((await context.generationLog.read(key, { epoch: 0, seq: 0 })).parts).toHaveLength(1);
});

test("what one look takes over is all that a process left, however much that is", async () => {
  const turns = await Promise.all(Array.from({ length: 120 }, () => abandonedTurn([], CONTINUE_WITHIN_MS + 1_000)));
  // Of the tests before this one something may still stand idle.
  expect(await claimAll()).toBeGreaterThanOrEqual(turns.length);
  for (const turn of turns) expect(await endOf(turn)).toMatchObject({ status: "interrupted" });
});

/** As if the process that writes these had died now. */
async function killWriters(turns: readonly { userId: string; generationId: string }[]) {
  for (const live of container.acrossUsers.liveGenerations.list()) live.halt("replaced");
  await container.acrossUsers.liveGenerations.whenIdle();
  for (const { generationId } of turns) await change(generationId, "heartbeat_at = now() - interval '5 seconds'");
}

async function addPart(key: { userId: string; generationId: string }, value: string) {
  const { generationLog, generations } = container.context;
  const epoch = (await generations.find(key.userId, key.generationId))?.epoch ?? 0;
  const { parts } = await generationLog.read(key, { epoch: 0, seq: 0 });
  await generationLog.append(key, epoch, [{ seq: parts.length + 1, part: text(value) }]);
}

test("an answer that ends each of its writers is left as it is, and its neighbours that grow between are not", async () => {
  const [poison, neighbour] = [await abandonedTurn([text("a")]), await abandonedTurn([text("a")])];
  const both = [poison, neighbour];
  for (const { generationId } of both) await change(generationId, `model_id = '${connectionId}/sim-silence'`);
  for (let writers = 0; writers < WRITERS_MAX; writers++) {
    // On a slow machine one that another test left may be among them.
    expect(await claimIdleGenerations(container.acrossUsers)).toBeGreaterThanOrEqual(2);
    await addPart(neighbour, "b");
    await killWriters(both);
  }
  expect(await endOf(poison)).toBeUndefined();
  expect(await claimIdleGenerations(container.acrossUsers)).toBeGreaterThanOrEqual(2);
  expect(await endOf(poison)).toMatchObject({ status: "interrupted", parts: [{ text: "a" }] });
  expect(await endOf(neighbour)).toBeUndefined();
  await killWriters([neighbour]);
  await change(neighbour.generationId, "stop_requested_at = now()");
  await claimAll();
  expect(await endOf(neighbour)).toMatchObject({ parts: [{ text: `a${"b".repeat(WRITERS_MAX)}` }] });
});

test("an answer whose log nobody can read is tried for a while, and then ended with what is stored", async () => {
  const turn = await abandonedTurn([text("Hel")]);
  const stale = "heartbeat_at = now() - interval '5 seconds'";
  await runSql(
    container.acrossUsersUrl,
    `update generation_parts set parts = '[{"type": "unheard-of"}]' where generation_id = '${turn.generationId}'`,
  );
  expect(await claimAll()).toBeGreaterThanOrEqual(1);
  expect(await endOf(turn)).toBeUndefined();
  await change(turn.generationId, `epoch = ${WRITERS_MAX}, ${stale}`);
  expect(await claimAll()).toBeGreaterThanOrEqual(1);
  expect(await endOf(turn)).toMatchObject({ status: "interrupted", error: { code: "interrupted" } });
});
