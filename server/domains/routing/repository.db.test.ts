import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Attempt } from "#inference/index.ts";
import { runSql } from "#scripts/testing/run-sql.ts";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";

let container: TestContainer;
beforeAll(async () => {
  container = await createTestContainer();
});
afterAll(() => container.close());

const attempt = (given: Partial<Attempt> = {}): Attempt => ({
  id: createId(),
  number: 1,
  kind: "first",
  deploymentId: "one",
  modelId: "ours",
  modelName: "ours-1",
  connectionLabel: "Ours",
  startedAt: Date.now(),
  firstPartAt: null,
  endedAt: null,
  outcome: "running",
  failure: null,
  requestId: null,
  usage: null,
  outputCharacters: 0,
  fromPart: 0,
  considered: [{ deploymentId: "one", isKept: true, reason: "healthy", detail: "no call yet", score: 1 }],
  ...given,
});

test("a call is one row, from its start to its end, also where both are told at once", async () => {
  const { attempts } = container.context;
  const key = { userId: createId(), generationId: createId() };
  const begun = attempt();
  const ended = { ...begun, outcome: "ended", endedAt: begun.startedAt + 500, outputCharacters: 12 } as const;
  await Promise.all([attempts.record({ ...key, attempt: begun }), attempts.record({ ...key, attempt: ended })]);
  const rows = await attempts.list(key.userId, key.generationId, 10);
  expect(rows).toMatchObject([
    { id: begun.id, outcome: "ended", outputCharacters: 12, considered: [{ reason: "healthy" }] },
  ]);
});

test("what is settled stays as it is, whatever comes late or again", async () => {
  const { attempts } = container.context;
  const key = { userId: createId(), generationId: createId() };
  const ended = attempt({ outcome: "ended", endedAt: Date.now() });
  await attempts.record({ ...key, attempt: ended });
  await attempts.record({ ...key, attempt: { ...ended, endedAt: null, outcome: "running" } });
  await attempts.record({ ...key, attempt: { ...ended, outcome: "cut", outputCharacters: 99 } });
  expect(await attempts.list(key.userId, key.generationId, 10)).toMatchObject([
    { outcome: "ended", outputCharacters: 0 },
  ]);
});

test("one person's calls are nobody else's, under the same names too", async () => {
  const { attempts } = container.context;
  const generationId = createId();
  const [ann, bob] = [createId(), createId()];
  await attempts.record({ userId: ann, generationId, attempt: attempt() });
  expect(await attempts.list(bob, generationId, 10)).toEqual([]);
});

test("an answer that was gone on with has the calls of all its generations, asked for by any of them", async () => {
  const { attempts } = container.context;
  const [userId, conversationId, answerId] = [createId(), createId(), createId()];
  const [before, after, another] = [createId(), createId(), createId()];
  const row = (id: string, answer: string): string =>
    `('${userId}', '${id}', '${conversationId}', '${answer}', '${answer}', 'ours', 'ended', now(), now())`;
  await runSql(
    container.acrossUsersUrl,
    `insert into generations (user_id, id, conversation_id, answer_id, parent_id, model_id, status, heartbeat_at, created_at)
     values ${[row(before, answerId), row(after, answerId), row(another, createId())].join(", ")}`,
  );
  const calls = [before, after, another].map((generationId, index) => ({
    generationId,
    attempt: attempt({ startedAt: Date.now() + index }),
  }));
  await Promise.all(calls.map((call) => attempts.record({ userId, ...call })));
  const expected = calls.slice(0, 2).map((call) => call.attempt.id);
  for (const generationId of [before, after])
    expect((await attempts.list(userId, generationId, 10)).map(({ id }) => id)).toEqual(expected);
});

test("the calls of the last minutes are counted by deployment and minute, and all together", async () => {
  const { attempts } = container.acrossUsers;
  const key = { userId: createId(), generationId: createId() };
  const deploymentId = createId();
  const startedAt = Date.now() - 90_000;
  const tell = (given: Partial<Attempt>) =>
    attempts.record({ ...key, attempt: attempt({ deploymentId, startedAt, endedAt: startedAt + 900, ...given }) });
  await tell({ outcome: "ended", firstPartAt: startedAt + 100 });
  await tell({ outcome: "ended", firstPartAt: startedAt + 300, kind: "hedge" });
  await tell({ outcome: "cut", firstPartAt: startedAt + 200, kind: "failover" });
  await tell({ outcome: "failed", kind: "retry" });
  await tell({ startedAt: startedAt - 3_600_000 });
  const minutes = await attempts.measure(30, 1_000);
  expect(minutes.filter((minute) => minute.deploymentId === deploymentId)).toEqual([
    {
      deploymentId,
      minutesAgo: 1,
      calls: 4,
      failed: 2,
      retried: 1,
      hedged: 1,
      failedOver: 1,
      firstPartP50Ms: 200,
      firstPartP95Ms: expect.closeTo(290, 0),
    },
  ]);
  const all = minutes.find((minute) => minute.deploymentId === null && minute.minutesAgo === 1);
  expect(all?.calls).toBeGreaterThanOrEqual(4);
});
