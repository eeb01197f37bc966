import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Actor } from "#server/context.ts";
import { getActor } from "./get-actor.ts";
import { getCaller } from "./get-caller.ts";

/**
 * Who asks for the page that is being rendered. Nobody: on to the sign-in page, which leads back
 * here, or to the sign-up page where there is no account at all.
 */
export async function requireActor(): Promise<Actor> {
  const actor = await getActor();
  if (actor) return actor;
  const { isFirstAccount } = await (await getCaller()).accounts.signUpMode();
  if (isFirstAccount) redirect("/sign-up");
  const path = (await headers()).get("x-page-path") ?? "/";
  redirect(path === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(path)}`);
}
