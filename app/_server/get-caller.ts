import { cache } from "react";
import { createCaller } from "#server/transport/trpc/procedures.ts";
import { rootRouter } from "#server/transport/trpc/root-router.ts";
import { createTrpcContext } from "./create-trpc-context.ts";

/** The procedures as plain functions in the name of whoever asks for the page; once a request. */
export const getCaller = cache(async () => createCaller(rootRouter)(await createTrpcContext()));
