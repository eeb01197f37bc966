import { expect, test } from "vitest";
import { z } from "zod";
import type { ServerContext } from "#server/context.ts";
import { createCaller, publicProcedure, router } from "./procedures.ts";

const testRouter = router({
  take: publicProcedure.input(z.object({ count: z.int() })).query(() => "taken"),
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
