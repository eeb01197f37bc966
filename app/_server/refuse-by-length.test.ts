import { expect, test } from "vitest";
import { CLIENT_FRAME_BYTES_MAX } from "#contracts/socket-constants.ts";
import { refuseByLength } from "./refuse-by-length.ts";

function statusOf(length: string | null): number | null {
  return refuseByLength(new Headers(length === null ? {} : { "content-length": length }))?.status ?? null;
}

test("a body as long as a frame may be is read, and nothing longer", () => {
  expect([statusOf("0"), statusOf(`${CLIENT_FRAME_BYTES_MAX}`)]).toEqual([null, null]);
  expect([statusOf(`${CLIENT_FRAME_BYTES_MAX + 1}`), statusOf("9".repeat(40))]).toEqual([413, 413]);
});

test("a body of untold length is not read", () => {
  expect([statusOf(null), statusOf("many"), statusOf("-1")]).toEqual([411, 411, 411]);
});
