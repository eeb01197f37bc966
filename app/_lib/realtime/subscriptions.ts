import type { ClientRequest } from "./client-request.ts";
import type { ConversationFollower } from "./conversation-follower.ts";

/** Sends a request on the present socket; resolves to the `at` of its acknowledgement, or to undefined when it was refused. */
type Ask = (request: ClientRequest, timeoutMs?: number) => Promise<string | null | undefined>;

/**
 * The conversations that this tab follows. Of each, one question is on its way at a time: what the server tells as
 * missed begins at the place that was named in the question, and two of them would be told apart by nobody.
 */
export class Subscriptions {
  readonly #ask: Ask;
  readonly #followers = new Map<string, ConversationFollower>();
  /** The conversations being asked for; true: once more when that is answered. */
  readonly #asked = new Map<string, boolean>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  get conversationIds(): string[] {
    return [...this.#followers.keys()];
  }

  /** True while a view shows an answer that is being written. */
  get isAnswerAwaited(): boolean {
    return [...this.#followers.values()].some((follower) => follower.isAnswerAwaited());
  }

  set(conversationId: string, follower: ConversationFollower): void {
    this.#followers.set(conversationId, follower);
  }

  /** False when somebody else follows the conversation by now. */
  remove(conversationId: string, follower: ConversationFollower): boolean {
    return this.#followers.get(conversationId) === follower && this.#followers.delete(conversationId);
  }

  /** Asks to go on from where the view stands. Nothing happens without a follower. */
  ask(conversationId: string, { tellsMissed, timeoutMs }: { tellsMissed: boolean; timeoutMs?: number }): void {
    const follower = this.#followers.get(conversationId);
    if (!follower) return;
    const isAskedAlready = this.#asked.has(conversationId);
    this.#asked.set(conversationId, isAskedAlready);
    if (isAskedAlready) return;
    const { cursors, since } = follower.place();
    const known = tellsMissed && since !== null ? { since } : {};
    const request: ClientRequest = { type: "conversation.subscribe", conversationId, cursors, ...known };
    void this.#ask(request, timeoutMs).then((at) => {
      const isWantedAgain = this.#asked.get(conversationId);
      this.#asked.delete(conversationId);
      const isStillFollowed = this.#followers.get(conversationId) === follower;
      if (at !== undefined && isStillFollowed) follower.onCaughtUp(at);
      if (isWantedAgain) this.ask(conversationId, { tellsMissed });
    });
  }

  /** The socket is gone, and with it every question that was on its way. */
  forgetAsked(): void {
    this.#asked.clear();
  }
}
