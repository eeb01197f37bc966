import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { expect, test } from "vitest";
import { z } from "zod";
import { ERROR_CODES, errorCodeSchema } from "#contracts/error-codes.ts";
import type { ServerContext } from "#server/context.ts";
import { AppError, ERROR_TABLE } from "#server/errors.ts";
import { createCaller, publicProcedure, router, userProcedure } from "./procedures.ts";

const testRouter = router({
  take: publicProcedure.input(z.object({ count: z.int() })).query(() => "taken"),
  change: userProcedure.input(z.object({ count: z.int() })).mutation(() => "changed"),
  fail: publicProcedure.input(errorCodeSchema).query(({ input }) => {
    throw new AppError(input);
  }),
  readBadRow: publicProcedure.query(() => z.object({ theme: z.literal("light") }).parse({ theme: "purple" })),
});

function createTestCaller() {
  const logged: string[] = [];
  const logger = { error: (_what: object, message: string) => logged.push(message) };
  const server = { logger } as unknown as ServerContext;
  return { logged, call: createCaller(testRouter)({ server, actor: null, ipAddress: "192.0.2.1" }) };
}

test("an input that is not right is the caller's fault and not logged as ours", async () => {
  const { call, logged } = createTestCaller();
  await expect(call.take({ count: 0.5 })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect(logged).toEqual([]);
});

test("a stored thing that is not right is our fault, and logged", async () => {
  const { call, logged } = createTestCaller();
  await expect(call.readBadRow()).rejects.toMatchObject({
    code: "INTERNAL_SERVER_ERROR",
    message: "Something went wrong on our side. Try again.",
    cause: { code: "internal" },
  });
  expect(logged).toHaveLength(1);
});

test.for(ERROR_CODES)("over HTTP %s has the status of its row in the table", async (code) => {
  const response = await ask(`fail?input=${encodeURIComponent(JSON.stringify(code))}`);
  expect(response.status).toBe(ERROR_TABLE[code].httpStatus);
});

test("no such procedure, and an input that is no JSON, are the caller's faults", async () => {
  expect((await ask("nothing")).status).toBe(404);
  expect((await ask("take?input={")).status).toBe(400);
});

test("what somebody sends who is not signed in is not even read", async () => {
  const headers = { "content-type": "application/json" };
  const request = new Request("http://localhost/trpc/change", { method: "POST", headers, body: "{" });
  expect((await answer(request)).status).toBe(401);
  expect(request.bodyUsed).toBe(false);
});

function ask(path: string): Promise<Response> {
  return answer(new Request(`http://localhost/trpc/${path}`));
}

function answer(req: Request): Promise<Response> {
  const logger = { info: () => {}, warn: () => {}, error: () => {} };
  const server = { logger } as unknown as ServerContext;
  return fetchRequestHandler({
    endpoint: "/trpc",
    req,
    router: testRouter,
    createContext: () => ({ server, actor: null, ipAddress: "192.0.2.1" }),
  });
}
