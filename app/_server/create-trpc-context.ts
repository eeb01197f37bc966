import { headers } from "next/headers";
import type { TrpcContext } from "#server/transport/trpc/procedures.ts";
import { getContainer } from "./container.ts";
import { findIpAddress } from "./find-ip-address.ts";
import { getActor } from "./get-actor.ts";

/** What a procedure gets, made from the request that is being answered. */
export async function createTrpcContext(): Promise<TrpcContext> {
  const [sent, actor] = await Promise.all([headers(), getActor()]);
  return { server: getContainer().context, actor, ipAddress: findIpAddress(sent) };
}
