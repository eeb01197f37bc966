import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ANSWER_TIMEOUT_MS, PendingRequests } from "./pending-requests.ts";

const STOP = { type: "generation.stop", generationId: "019a0000-0000-7000-8000-000000000002" } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a request that stays unanswered asks for a new socket, and gives up after three transmissions", async () => {
  const onSilence = vi.fn();
  const requests = new PendingRequests(onSilence);
  const { requestId, answered } = requests.add(STOP, true);
  const outcome = expect(answered).rejects.toMatchObject({ code: "timed-out", isRetryable: true });
  for (let transmission = 1; transmission <= 3; transmission++) {
    requests.transmit(requestId, () => undefined);
    await vi.advanceTimersByTimeAsync(ANSWER_TIMEOUT_MS);
    expect(onSilence).toHaveBeenCalledTimes(transmission);
  }
  await outcome;
});

test("the clock stands still while there is no socket", async () => {
  const onSilence = vi.fn();
  const requests = new PendingRequests(onSilence);
  const { requestId } = requests.add(STOP, true);
  requests.transmit(requestId, () => undefined);
  requests.pause();
  await vi.advanceTimersByTimeAsync(ANSWER_TIMEOUT_MS * 10);
  expect(onSilence).not.toHaveBeenCalled();
});

test("what belonged to one socket alone is not sent on the next", () => {
  const requests = new PendingRequests(() => undefined);
  requests.add(STOP, false);
  const { requestId } = requests.add(STOP, true);
  requests.pause();
  const send = vi.fn();
  requests.transmitAll(send);
  expect(send.mock.calls).toEqual([[{ ...STOP, requestId }]]);
});
