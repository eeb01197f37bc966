import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { AppError } from "#server/errors.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";
import { signUp } from "./sign-up.ts";
import { startSession } from "./start-session.ts";

const EMAIL = "ada@example.org";
const PASSWORD = "correct horse battery";
const HERE = "192.0.2.1";

let container: TestContainer;

beforeEach(async () => {
  container = await createTestContainer();
  await signUp(container.context, { email: EMAIL, password: PASSWORD });
});

afterEach(async () => {
  await container.close();
});

/** "in", "wrong", or the seconds to wait. */
async function attempt(password: string, ipAddress = HERE, email = EMAIL): Promise<"in" | "wrong" | number> {
  try {
    await signInWithPassword(container.context, { email, password, ipAddress });
    return "in";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === "rate-limited" ? (error.retryAfterMs ?? 0) / 1000 : "wrong";
  }
}

async function fail(times: number, ipAddress = HERE): Promise<void> {
  for (let count = 0; count < times; count += 1) await attempt("a guess", ipAddress);
}

test("a few wrong passwords cost nothing, then the wait doubles up to a quarter of an hour", async () => {
  await fail(5);
  const waits: number[] = [];
  for (let round = 0; round < 13; round += 1) {
    expect(await attempt("a guess")).toBe("wrong");
    const wait = await attempt(PASSWORD);
    if (typeof wait !== "number") throw new Error(`a wait was expected, not ${wait}`);
    waits.push(wait);
    container.passMs(wait * 1000);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
});

test("the right password is refused during the wait and accepted after it: nobody is locked out for good", async () => {
  await fail(40);
  const wait = await attempt(PASSWORD);
  expect(wait).toBeGreaterThan(0);
  container.passMs(15 * 60_000);
  expect(await attempt(PASSWORD)).toBe("in");
});

test("the person is told how long to wait", async () => {
  await fail(7);
  const refused = signInWithPassword(container.context, { email: EMAIL, password: PASSWORD, ipAddress: HERE });
  await expect(refused).rejects.toMatchObject({
    userMessage: "Too many attempts. Wait 1 second and try again.",
  });
});

test("the right password wipes the slate clean", async () => {
  await fail(5);
  expect(await attempt(PASSWORD)).toBe("in");
  await fail(5);
  expect(await attempt(PASSWORD)).toBe("in");
});

test("guessing many times at once gains nothing", async () => {
  const guesses = Array.from({ length: 30 }, () => attempt("a guess"));
  const outcomes = await Promise.all(guesses);
  expect(outcomes.filter((outcome) => outcome === "wrong")).toHaveLength(6);
});

test("an unknown address slows down just the same (enumeration)", async () => {
  for (let count = 0; count < 6; count += 1) expect(await attempt("a guess", HERE, "nobody@example.org")).toBe("wrong");
  expect(await attempt("a guess", HERE, "nobody@example.org")).toBe(1);
});

test("trying many addresses from one network slows the network down", async () => {
  for (let count = 0; count < 31; count += 1) {
    expect(await attempt("a guess", "2001:db8::1", `person${count}@example.org`)).toBe("wrong");
  }
  expect(await attempt("a guess", "2001:db8::2", "another@example.org")).toBe(1);
  expect(await attempt(PASSWORD, "2001:db8:0:1::1")).toBe("in");
});

test("a guesser's own account does not wipe their network's slate clean", async () => {
  await signUp(container.context, { email: "guesser@example.org", password: PASSWORD });
  for (let count = 0; count < 31; count += 1) {
    await attempt("a guess", HERE, `person${count}@example.org`);
    if (count < 30) expect(await attempt(PASSWORD, HERE, "guesser@example.org")).toBe("in");
  }
  expect(await attempt(PASSWORD, HERE, "guesser@example.org")).toBe(1);
});

test("failures from elsewhere do not delay a person where they signed in before", async () => {
  const account = await container.context.accounts.findUserByEmail(EMAIL);
  await startSession(container.context, account?.id ?? "", { ipAddress: HERE, userAgent: null });
  await fail(9, "198.51.100.9");
  expect(await attempt(PASSWORD, "203.0.113.5")).toBeGreaterThan(0);
  expect(await attempt(PASSWORD)).toBe("in");
});

test("a person's own network is known by its prefix: an IPv6 address changes from day to day", async () => {
  const account = await container.context.accounts.findUserByEmail(EMAIL);
  await startSession(container.context, account?.id ?? "", { ipAddress: "2001:db8::1", userAgent: null });
  await fail(9, "198.51.100.9");
  expect(await attempt(PASSWORD, "2001:db8:0:1::1")).toBeGreaterThan(0);
  expect(await attempt(PASSWORD, "2001:db8::abcd")).toBe("in");
});
