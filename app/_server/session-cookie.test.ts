import { decodeJwt, SignJWT, UnsecuredJWT } from "jose";
import { expect, test } from "vitest";
import { readSessionCookie, signSessionCookie } from "./session-cookie.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const KEY = { userId: "0192f0c0-0000-7000-8000-000000000001", sessionId: "0192f0c0-0000-7000-8000-000000000002" };

test("reads back the key that it signed", async () => {
  expect(await readSessionCookie(SECRET, await signSessionCookie(SECRET, KEY, 60))).toEqual(KEY);
});

test("refuses a cookie of another secret", async () => {
  const cookie = await signSessionCookie("another secret of 32 characters..", KEY, 60);
  expect(await readSessionCookie(SECRET, cookie)).toBeNull();
});

test("refuses a cookie whose time is over", async () => {
  expect(await readSessionCookie(SECRET, await signSessionCookie(SECRET, KEY, -1))).toBeNull();
});

test("refuses a cookie without a signature, and one signed with the bare secret (forged header)", async () => {
  const payload = decodeJwt(await signSessionCookie(SECRET, KEY, 60));
  const bare = await new SignJWT(payload).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(SECRET));
  expect(await readSessionCookie(SECRET, new UnsecuredJWT(payload).encode())).toBeNull();
  expect(await readSessionCookie(SECRET, bare)).toBeNull();
});

test.each(["", "x", "a.b.c"])("refuses %j", async (cookie) => {
  expect(await readSessionCookie(SECRET, cookie)).toBeNull();
});
