import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import { runSql } from "#scripts/testing/run-sql.ts";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { beatGenerations } from "./beat-generations.ts";
import { LiveGeneration } from "./live-generation.ts";
import { rewindAnswer } from "./rewind-answer.ts";

let container: TestContainer;
beforeAll(async () => {
  container = await createTestContainer();
});
afterAll(() => container.close());

const TEXT: StreamPart = { type: "text-delta", text: "Let me look." };
const OPEN_CALL: StreamPart[] = [
  { type: "tool-call-start", toolCallId: "one", toolName: "look" },
  { type: "tool-call-delta", toolCallId: "one", inputText: '{"at"' },
];

/** A generation that this process writes, with these parts in its log and shown. */
async function write(parts: readonly StreamPart[]) {
  const [userId, id, other] = [createId(), createId(), createId()];
  await runSql(
    container.acrossUsersUrl,
    `insert into generations (user_id, id, conversation_id, answer_id, parent_id, model_id, status, heartbeat_at, created_at)
     values ('${userId}', '${id}', '${other}', '${other}', '${other}', 'demo/demo', 'running', now(), now())`,
  );
  const names = { conversationId: other, answerId: other, parentId: other, modelId: "demo/demo" };
  const live = new LiveGeneration({ userId, id, ...names, epoch: 1, createdAt: new Date() });
  live.isCommitted = true;
  const key = { userId, generationId: id };
  await container.context.generationLog.append(key, 1, place(parts));
  live.produce(parts);
  return { live, key };
}

const place = (parts: readonly StreamPart[]) => parts.map((part, index) => ({ seq: index + 1, part }));

test("takes an open tool call back under an epoch of its own, and every reader begins anew", async () => {
  const { live, key } = await write([TEXT, ...OPEN_CALL]);
  const listener = { onParts: vi.fn(), onMoved: vi.fn(), onEnd: vi.fn() };
  live.listen(listener);
  await rewindAnswer(container.context, live);

  expect(listener.onMoved).toHaveBeenCalledOnce();
  expect(live.cursor()).toEqual({ epoch: 2, seq: 1 });
  expect(live.content()).toEqual([{ type: "text", text: TEXT.text }]);
  const page = await container.context.generationLog.read(key, { epoch: 1, seq: 3 });
  expect(page).toEqual({ epoch: 2, parts: [{ seq: 1, part: TEXT }], isClosed: false });
});

test("goes on behind what stays; nothing can be written under the epoch before", async () => {
  const { live, key } = await write([TEXT, ...OPEN_CALL]);
  await rewindAnswer(container.context, live);
  const more: StreamPart = { type: "text-delta", text: " Here it is." };
  await container.context.generationLog.append(key, live.record.epoch, [{ seq: 2, part: more }]);
  live.produce([more]);
  expect(live.content()).toEqual([{ type: "text", text: "Let me look. Here it is." }]);
  const late = container.context.generationLog.append(key, 1, [{ seq: 4, part: more }]);
  await expect(late).rejects.toMatchObject({ code: "conflict" });
});

test("what nobody says anew comes back with the end", async () => {
  const { live } = await write([TEXT, ...OPEN_CALL]);
  await rewindAnswer(container.context, live);
  expect(live.whole()).toMatchObject({
    seq: 3,
    content: [{ type: "text" }, { type: "tool-call", inputText: '{"at"' }],
  });
});

test("an answer that may stand as it is keeps its epoch", async () => {
  const { live } = await write([TEXT]);
  await rewindAnswer(container.context, live);
  expect(live.cursor()).toEqual({ epoch: 1, seq: 1 });
});

test("a heartbeat that was on its way meanwhile halts nothing", async () => {
  const { live } = await write([TEXT, ...OPEN_CALL]);
  container.context.liveGenerations.add(live);
  // A heartbeat is of all that runs here, whoever's it is.
  const { beat } = container.acrossUsers.generations;
  const held = Promise.withResolvers<void>();
  const slow = {
    liveGenerations: container.context.liveGenerations,
    generations: {
      ...container.acrossUsers.generations,
      beat: async (claims: Parameters<typeof beat>[0]) => {
        await held.promise;
        return beat(claims);
      },
    },
  };
  const beaten = beatGenerations(slow);
  await rewindAnswer(container.context, live);
  held.resolve();
  await beaten;
  expect(live.haltReason).toBeNull();
  container.context.liveGenerations.remove(live);
});

test("is refused where another process writes it by now, and then nothing changes here", async () => {
  const { live } = await write([TEXT, ...OPEN_CALL]);
  await runSql(container.acrossUsersUrl, `update generations set epoch = 5 where id = '${live.record.id}'`);
  await expect(rewindAnswer(container.context, live)).rejects.toMatchObject({ code: "conflict" });
  expect(live.cursor()).toEqual({ epoch: 1, seq: 3 });
  expect(live.isRewinding).toBe(false);
});
