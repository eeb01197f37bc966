import type { ServerContext } from "#server/context.ts";
import type { Connections } from "./connections.ts";
import type { People } from "./people.ts";
import type { Rooms } from "./rooms.ts";

/** What the handlers of frames and events share. */
export type Gateway = { context: ServerContext; connections: Connections; people: People; rooms: Rooms };
