import type { Connection } from "./connection.ts";
import { Room, type RoomNeeds } from "./room.ts";

/** The conversations that somebody in this process looks at. Names are a person's own: two people's never meet. */
export class Rooms {
  readonly #ctx: RoomNeeds;
  readonly #rooms = new Map<string, Room>();

  constructor(ctx: RoomNeeds) {
    this.#ctx = ctx;
  }

  find(userId: string, conversationId: string): Room | null {
    return this.#rooms.get(`${userId} ${conversationId}`) ?? null;
  }

  /** The conversation's room, with the viewer in it; one that closed meanwhile stays out, for nobody would take it out again. */
  join(viewer: Connection, conversationId: string): Room {
    const name = `${viewer.actor.userId} ${conversationId}`;
    const room = this.#rooms.get(name) ?? new Room(this.#ctx);
    if (viewer.isClosing) return room;
    this.#rooms.set(name, room);
    viewer.conversationIds.add(conversationId);
    room.join(viewer);
    return room;
  }

  leave(viewer: Connection, conversationId: string): void {
    const name = `${viewer.actor.userId} ${conversationId}`;
    const room = this.#rooms.get(name);
    viewer.conversationIds.delete(conversationId);
    room?.leave(viewer);
    if (room?.isEmpty) this.#rooms.delete(name);
  }

  leaveAll(viewer: Connection): void {
    for (const conversationId of viewer.conversationIds) this.leave(viewer, conversationId);
  }

  /** The viewer has read all that waited for it, and may get what it missed. */
  catchUp(viewer: Connection): void {
    for (const conversationId of viewer.conversationIds)
      this.find(viewer.actor.userId, conversationId)?.catchUp(viewer);
  }
}
