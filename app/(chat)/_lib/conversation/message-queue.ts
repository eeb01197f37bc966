import type { Id } from "#contracts/ids.ts";
import type { OutboxItem } from "../outbox/outbox-item.ts";
import type { ConversationCore } from "./conversation-core.ts";
import type { ConversationState } from "./conversation-state.ts";
import { nextParent } from "./next-parent.ts";

/**
 * What a person wrote while an answer was being written. It is sent by itself when that answer has ended whole; after a
 * stop or a failure it waits until the person says so.
 */
export class MessageQueue {
  readonly #core: ConversationCore;

  constructor(core: ConversationCore) {
    this.#core = core;
  }

  /** Sends the first one if the answer that it waits for has ended whole. To be called after every change. */
  advance(): void {
    const { queue, messages } = this.#core.getState();
    const parent = queue[0]?.parentId ? messages[queue[0].parentId] : undefined;
    if (parent?.status === "ended" && parent.finishReason !== "length") this.#sendFirst(parent.id);
  }

  /** Sends the first one below what is shown, or lets all of them wait for the answer that is being written there. */
  sendNow(): void {
    const state = this.#core.getState();
    const runningId = findRunning(state);
    if (runningId === null) this.#sendFirst(nextParent(state));
    else this.#core.around.outbox.put(...state.queue.map((item) => ({ ...item, parentId: runningId })));
  }

  drop(messageId: Id): void {
    this.#core.around.outbox.remove(messageId);
  }

  /** The others wait for the answer to this one. All in one change, so that no two are sent below the same answer. */
  #sendFirst(parentId: Id | null): void {
    const [first, ...others] = this.#core.getState().queue;
    if (!first) return;
    const waiting = others.map((item): OutboxItem => ({ ...item, parentId: first.answerId }));
    this.#core.around.outbox.put({ ...first, parentId, state: "sending" }, ...waiting);
  }
}

function findRunning({ leafId, messages }: ConversationState): Id | null {
  return leafId !== null && messages[leafId]?.status === "running" ? leafId : null;
}
