import type { Id } from "#contracts/ids.ts";
import type { Cursor, ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import type { GrowthFrame } from "./conversation-action.ts";
import type { ConversationCore } from "./conversation-core.ts";
import { partsAtEnd } from "./parts-at-end.ts";

/** What was read longer ago than this is read again with a new connection, where the server does not tell what was missed. */
const FRESH_MS = 5_000;

/** What comes from the server into one conversation: told while it is open, read where telling is not enough. */
export class ConversationFeed {
  readonly #core: ConversationCore;
  #growth: GrowthFrame[] = [];
  #readAtMs: number;
  /** The server's time up to which everything is known. */
  #since: string | null = null;
  #leaveSubscription: (() => void) | null = null;

  constructor(core: ConversationCore) {
    this.#core = core;
    this.#readAtMs = core.around.now().getTime();
  }

  /** The state is as of `at`. What is known from before stays the start: what came between is asked for, too. */
  startFrom(at: string | undefined): void {
    this.#since ??= at ?? null;
  }

  /** Follows the conversation until the returned function is called; one that is not stored, from `follow` on. */
  open(): () => void {
    const leaveFrames = this.#core.around.socket.onFrame((frame) => this.#receive(frame));
    this.follow();
    return () => {
      leaveFrames();
      this.#leaveSubscription?.();
      this.#leaveSubscription = null;
    };
  }

  /** Subscribes where the server knows the conversation. Safe to repeat. */
  follow(): void {
    const { conversationId, isStored } = this.#core.getState();
    if (!isStored || this.#leaveSubscription) return;
    this.#leaveSubscription = this.#core.around.socket.subscribe(conversationId, {
      place: () => this.#place(),
      isAnswerAwaited: () => Object.keys(this.#core.getState().runs).length > 0,
      onCaughtUp: (at) => {
        this.#since = at ?? this.#since;
        this.#core.dispatch({ type: "caught-up" });
      },
    });
  }

  /** Reads again what the server has. Never throws. */
  async refresh(): Promise<void> {
    if (!this.#core.getState().isStored) return;
    try {
      await this.read();
    } catch {
      // Not reachable: the next connection reads again, and until then the page says that it is offline.
      this.#readAtMs = 0;
    }
  }

  async read(leafId?: Id): Promise<void> {
    const { around, dispatch, getState } = this.#core;
    this.#readAtMs = around.now().getTime();
    const { messages, at } = await around.reader.listMessages({ conversationId: getState().conversationId });
    dispatch({ type: "messages-loaded", messages, ...(leafId === undefined ? {} : { leafId }) });
    this.startFrom(at);
  }

  /** A run of which nothing was seen is named too: if it is over by now, the server says so. */
  #place(): { cursors: Record<Id, Cursor>; since: string | null } {
    this.#grow();
    this.#core.dispatch({ type: "catch-up-asked" });
    const runs = Object.values(this.#core.getState().runs);
    const cursors = runs.map((run) => [run.generationId, run.cursor ?? { epoch: 0, seq: 0 }]);
    return { cursors: Object.fromEntries(cursors), since: this.#since };
  }

  #receive(frame: ServerFrame | TextDeltaFrame): void {
    if (Array.isArray(frame) || frame.type === "generation.part") {
      if (this.#growth.length === 0) this.#core.around.schedule(() => this.#grow());
      this.#growth.push(frame);
      return;
    }
    this.#grow();
    if (frame.type === "generation.end") void this.#end(frame);
    else this.#core.dispatch({ type: "frame-received", frame });
    const { conversationId } = this.#core.getState();
    const isStale = frame.type === "conversation.stale" && frame.conversationId === conversationId;
    if (isStale || (frame.type === "welcome" && this.#isOld())) void this.refresh();
  }

  #isOld(): boolean {
    const { socket, now } = this.#core.around;
    const isTold = socket.tellsMissed && this.#since !== null;
    return !isTold && now().getTime() - this.#readAtMs > FRESH_MS;
  }

  /** Applies what has come since the last picture, in one change. */
  #grow(): void {
    if (this.#growth.length === 0) return;
    const frames = this.#growth;
    this.#growth = [];
    const hadGap = this.#hasGap();
    this.#core.dispatch({ type: "answers-grew", frames });
    if (!hadGap && this.#hasGap()) this.#core.around.socket.resubscribe(this.#core.getState().conversationId);
  }

  #hasGap(): boolean {
    return Object.values(this.#core.getState().runs).some((run) => run.hasGap);
  }

  /**
   * Ends a run, and proves that what is shown is what is stored. Where it is not, or nothing was seen, the answer is read
   * again; meanwhile what there is stays readable.
   */
  async #end(frame: Extract<ServerFrame, { type: "generation.end" }>): Promise<void> {
    const { around, dispatch, getState } = this.#core;
    const { conversationId, id: answerId } = frame.message;
    if (conversationId !== getState().conversationId) return;
    const parts = partsAtEnd(getState(), frame);
    dispatch({ type: "frame-received", frame });
    const hash = parts && (await around.hashParts(parts).catch(() => null));
    if (hash === frame.contentHash) return;
    if (hash !== null) around.onMismatch(frame.generationId);
    await around.socket.request({ type: "answer.reread", conversationId, answerId }).catch(() => this.refresh());
  }
}
