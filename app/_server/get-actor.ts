import { headers } from "next/headers";
import { cache } from "react";
import type { Actor } from "#server/context.ts";
import { getContainer } from "./container.ts";
import { getActorOfRequest } from "./get-actor-of-request.ts";

/** Who asks for the page that is being rendered, or null; looked up once a request. For server components and route handlers. */
export const getActor: () => Promise<Actor | null> = cache(async () =>
  getActorOfRequest(getContainer(), new Headers(await headers())),
);
