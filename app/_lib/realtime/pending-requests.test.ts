import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ANSWER_TIMEOUT_MS, PendingRequests } from "./pending-requests.ts";
import { RequestError } from "./request-error.ts";

const STOP = { type: "generation.stop", generationId: "019a0000-0000-7000-8000-000000000002" } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a request that stays unanswered asks for a new socket, and gives up after three transmissions", async () => {
  const onSilence = vi.fn();
  const requests = new PendingRequests(onSilence);
  const { requestId, answered } = requests.add(STOP, { isLasting: true });
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
  const { requestId } = requests.add(STOP, { isLasting: true });
  requests.transmit(requestId, () => undefined);
  requests.pause();
  await vi.advanceTimersByTimeAsync(ANSWER_TIMEOUT_MS * 10);
  expect(onSilence).not.toHaveBeenCalled();
});

test("what belonged to one socket alone is not sent on the next", () => {
  const requests = new PendingRequests(() => undefined);
  requests.add(STOP, { isLasting: false });
  const { requestId } = requests.add(STOP, { isLasting: true });
  requests.pause();
  const send = vi.fn();
  requests.transmitLasting(send);
  expect(send.mock.calls).toEqual([[{ ...STOP, requestId }]]);
});

test("a shorter patience can be asked for", async () => {
  const onSilence = vi.fn();
  const requests = new PendingRequests(onSilence);
  const { requestId } = requests.add(STOP, { isLasting: false, timeoutMs: 3_000 });
  requests.transmit(requestId, () => undefined);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(onSilence).toHaveBeenCalledOnce();
});

test("what was sent three times without an answer can be given up", async () => {
  const requests = new PendingRequests(() => undefined);
  const { requestId, answered } = requests.add(STOP, { isLasting: true });
  const fresh = requests.add(STOP, { isLasting: true });
  for (let transmission = 1; transmission <= 3; transmission++) requests.transmit(requestId, () => undefined);
  requests.rejectRepeated(new RequestError("invalid-input", "", false));
  await expect(answered).rejects.toMatchObject({ code: "invalid-input" });
  const send = vi.fn();
  requests.transmitLasting(send);
  expect(send.mock.calls).toEqual([[{ ...STOP, requestId: fresh.requestId }]]);
});
