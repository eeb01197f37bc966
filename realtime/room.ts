import type { Message } from "#contracts/message.ts";
import type { Cursor } from "#contracts/socket-frames.ts";
import type { ServerContext } from "#server/context.ts";
import type { GenerationRecord, GenerationView } from "#server/domains/generations/index.ts";
import { toAppError } from "#server/errors.ts";
import { Broadcast } from "./broadcast.ts";
import type { Connection } from "./connection.ts";
import { encodeServerFrame } from "./encode-server-frame.ts";
import { FollowedGeneration } from "./followed-generation.ts";

/** What showing a conversation touches. */
export type RoomNeeds = Pick<
  ServerContext,
  "generationLog" | "generations" | "liveGenerations" | "logger" | "messages"
>;

/** Everybody in this process who looks at one conversation of one person, and what is being written in it. */
export class Room {
  readonly #ctx: RoomNeeds;
  readonly #viewers = new Set<Connection>();
  readonly #broadcasts = new Map<string, Broadcast>();
  /** What viewers show of generations that are just being found elsewhere. */
  readonly #moving = new Map<string, ReadonlyMap<Connection, Cursor | null>>();

  constructor(ctx: RoomNeeds) {
    this.#ctx = ctx;
  }

  get isEmpty(): boolean {
    return this.#viewers.size === 0;
  }

  join(viewer: Connection): void {
    this.#viewers.add(viewer);
  }

  leave(viewer: Connection): void {
    this.#viewers.delete(viewer);
    for (const broadcast of this.#broadcasts.values()) broadcast.remove(viewer);
  }

  /** Adds the messages, or replaces them, in every view. */
  put(messages: readonly Message[]): void {
    const frames = Buffer.concat(messages.map((message) => encodeServerFrame({ type: "message.put", message })));
    for (const viewer of this.#viewers) viewer.write(frames);
  }

  /** True where the generation is shown here already. */
  shows(generationId: string): boolean {
    return this.#broadcasts.has(generationId);
  }

  /** Shows a running generation, from the cursor on where that is shorter; one that ends meanwhile ends in the view too. */
  async show(viewer: Connection, record: GenerationRecord, given: Cursor | null): Promise<void> {
    const cursor = given ?? this.#moving.get(record.id)?.get(viewer) ?? null;
    if (!this.#viewers.has(viewer) || this.#add(viewer, record.id, cursor)) return;
    const { liveGenerations } = this.#ctx;
    const live = liveGenerations.find(record.userId, record.id);
    const view = live ?? (await FollowedGeneration.open(this.#ctx, record));
    // Somebody else may have opened it, and the viewer may have left, while the log was read.
    if (!this.#viewers.has(viewer) || this.#add(viewer, record.id, cursor)) return;
    const broadcast = this.#open(view, record);
    broadcast.add(viewer, cursor);
    broadcast.start();
  }

  /** Shows a generation that just began to everybody here. */
  async showToAll(record: GenerationRecord): Promise<void> {
    for (const viewer of this.#viewers) await this.show(viewer, record, null);
  }

  /** The viewer has read all that waited for it. */
  catchUp(viewer: Connection): void {
    for (const broadcast of this.#broadcasts.values()) broadcast.catchUp(viewer);
  }

  #add(viewer: Connection, generationId: string, cursor: Cursor | null): boolean {
    const broadcast = this.#broadcasts.get(generationId);
    broadcast?.add(viewer, cursor);
    return broadcast !== undefined;
  }

  #open(view: GenerationView, record: GenerationRecord): Broadcast {
    const broadcast = new Broadcast(view, {
      onDone: () => {
        if (this.#broadcasts.get(record.id) === broadcast) this.#broadcasts.delete(record.id);
      },
      onMoved: (viewers) => void this.#showAgain(viewers, record),
    });
    this.#broadcasts.set(record.id, broadcast);
    return broadcast;
  }

  async #showAgain(viewers: ReadonlyMap<Connection, Cursor | null>, record: GenerationRecord): Promise<void> {
    this.#moving.set(record.id, viewers);
    for (const [viewer, cursor] of viewers) {
      await this.show(viewer, record, cursor).catch((error: unknown) => {
        this.#ctx.logger.warn({ generationId: record.id, error: toAppError(error) }, "a viewer lost its generation");
      });
    }
    if (this.#moving.get(record.id) === viewers) this.#moving.delete(record.id);
  }
}
