import { expect, test } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { ChatModel } from "#inference/chat-model.ts";
import { createChatRequest } from "#inference/create-chat-request.ts";
import { createConnection } from "#inference/create-connection.ts";
import { TestingClock } from "#inference/router/testing-clock.ts";
import { errorPart, scriptModel, wholeAnswer } from "#inference/router/testing-models.ts";
import { TIME_LIMITS } from "#inference/time-limits.ts";
import { waitForColdStart } from "./wait-for-cold-start.ts";

const GPU = createConnection({ provider: "openai-compatible", baseUrl: "http://vllm:8000/v1" });
const LOADING = errorPart("provider-unavailable", { status: 503 });
const ANSWER = wholeAnswer("Hello");

/** A server that gives these answers in turn, the last one for ever, and how often it was asked. */
function create(...answers: StreamPart[][]): { model: ChatModel; countCalls: () => number } {
  let calls = 0;
  const model: ChatModel = {
    stream: (request, signal) => {
      calls += 1;
      return scriptModel(answers[Math.min(calls, answers.length) - 1] ?? []).stream(request, signal);
    },
  };
  return { model, countCalls: () => calls };
}

function ask(
  model: ChatModel,
  { connection = GPU, clock = new TestingClock(), controller = new AbortController() } = {},
) {
  const parts: StreamPart[] = [];
  const ended = (async () => {
    const patient = waitForColdStart(model, connection, clock);
    for await (const part of patient.stream(createChatRequest({}), controller.signal)) parts.push(part);
  })();
  return { parts, ended, clock, controller };
}

test("a server that loads is asked until it answers, and its answer is all that is seen", async () => {
  const { model, countCalls } = create([LOADING], [LOADING], [LOADING], ANSWER);
  const { parts, ended, clock } = ask(model);
  await clock.advance(2_999);
  expect([parts, countCalls()]).toEqual([[], 3]);
  await clock.advance(1);
  await ended;
  expect([parts, countCalls()]).toEqual([ANSWER, 4]);
});

test("a server that never comes up fails as it did last, within the limit", async () => {
  const { model, countCalls } = create([LOADING]);
  const { parts, ended, clock } = ask(model);
  await clock.advance(TIME_LIMITS.responseStartMs);
  await ended;
  expect(parts).toEqual([LOADING]);
  expect(countCalls()).toBeLessThan(40);
});

test("an answer that has begun and then fails is not asked for again", async () => {
  const broken = [...ANSWER.slice(0, 2), LOADING];
  const { model, countCalls } = create(broken);
  const { parts, ended } = ask(model);
  await ended;
  expect([parts, countCalls()]).toEqual([broken, 1]);
});

test("a failure that is no cold start is told at once", async () => {
  const wrongKey = errorPart("provider-key-invalid", { status: 401 });
  const { model } = create([LOADING], [wrongKey]);
  const { parts, ended, clock } = ask(model);
  await clock.advance(1_000);
  await ended;
  expect(parts).toEqual([wrongKey]);
});

test("who does not want the answer any more is not waited with", async () => {
  const { model, countCalls } = create([LOADING]);
  const { parts, ended, clock, controller } = ask(model);
  await clock.advance(500);
  controller.abort();
  await ended;
  expect([parts, countCalls()]).toEqual([[], 1]);
});

test("a provider that loads nothing for us is left as it is", () => {
  const { model } = create([LOADING]);
  expect(waitForColdStart(model, createConnection({ provider: "openai" }), new TestingClock())).toBe(model);
});
