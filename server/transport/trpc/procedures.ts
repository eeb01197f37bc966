import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import type { Actor, ServerContext } from "#server/context.ts";
import { AppError, ERROR_TABLE, toAppError } from "#server/errors.ts";
import { toInvalidInput } from "./to-invalid-input.ts";

/** What every procedure gets: the system, and who asks (null when nobody is signed in). */
export type TrpcContext = { server: ServerContext; actor: Actor | null; ipAddress: string };

const trpc = initTRPC.context<TrpcContext>().create({
  errorFormatter: ({ shape, error }) => {
    const appError = error.cause instanceof ZodError ? toInvalidInput(error.cause) : toAppError(error.cause ?? error);
    const { code, userMessage, isRetryable } = appError;
    const isOurs = error.cause instanceof AppError || error.cause instanceof ZodError;
    // Said in so many words: tRPC would read it from a number that several codes share.
    const httpStatus = isOurs ? ERROR_TABLE[code].httpStatus : shape.data.httpStatus;
    const data = { code: shape.data.code, httpStatus, appCode: code, userMessage, isRetryable };
    return { ...shape, message: userMessage, data };
  },
});

export const router = trpc.router;
export const createCaller = trpc.createCallerFactory;

/** AppErrors leave as the tRPC error of their row in the table; everything else is `internal`, logged whole, told in general. */
const translateErrors = trpc.middleware(async ({ next, ctx, path }) => {
  const result = await next();
  if (result.ok || !(result.error.cause instanceof Error)) return result;
  // Of an input only: anything else that a schema refuses is a fault of ours.
  if (result.error.code === "BAD_REQUEST" && result.error.cause instanceof ZodError) return result;
  const appError = toAppError(result.error.cause);
  const { trpcCode, logLevel } = ERROR_TABLE[appError.code];
  ctx.server.logger[logLevel]({ path, code: appError.code, error: appError }, appError.message);
  throw new TRPCError({ code: trpcCode, message: appError.userMessage, cause: appError });
});

/** An input that is no JSON is the caller's fault; tRPC alone would call it one of ours. */
const requireReadableInput = trpc.middleware(async ({ next, getRawInput }) => {
  await getRawInput().catch((cause: unknown) => {
    throw new AppError("invalid-input", { message: "The input is not JSON.", cause });
  });
  return next();
});

const requireActor = trpc.middleware(({ ctx, next }) => {
  if (!ctx.actor) throw new AppError("unauthenticated");
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

/** For everybody, signed in or not. */
export const publicProcedure = trpc.procedure.use(translateErrors).use(requireReadableInput);

/** For whoever is signed in; `ctx.actor` says who. Of anybody else it reads nothing. */
export const userProcedure = trpc.procedure.use(translateErrors).use(requireActor).use(requireReadableInput);

/** For administrators. */
export const adminProcedure = userProcedure.use(({ ctx, next }) => {
  if (ctx.actor.role !== "admin") throw new AppError("forbidden");
  return next({ ctx });
});
