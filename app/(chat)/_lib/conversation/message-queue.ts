import type { Id } from "#contracts/ids.ts";
import type { OutboxItem } from "../outbox/outbox-item.ts";
import type { ConversationCore } from "./conversation-core.ts";
import type { ConversationState } from "./conversation-state.ts";
import { findQueuePlace } from "./find-queue-place.ts";
import { nextParent } from "./next-parent.ts";

/** Longer than it takes to hear of what the device that asked sends right at the end. */
const SHORTEST_WAIT_MS = 500;
/** Several devices that wait seldom do so equally long. */
const WAIT_SPREAD_MS = 1_000;

/**
 * What a person wrote while an answer was being written. It is sent by itself when that answer has ended whole, at the
 * end of its branch; after a stop or a failure it waits until the person says so.
 */
export class MessageQueue {
  readonly #core: ConversationCore;
  #wait: ReturnType<typeof setTimeout> | undefined;

  constructor(core: ConversationCore) {
    this.#core = core;
  }

  /**
   * Sends the first one when its turn has come. The tab that asked for the answer above goes at once, every other one a
   * moment later, when it knows what that one sent: two that go in the same moment make two branches. To be called after every change.
   */
  advance(): void {
    const state = this.#core.getState();
    const place = findQueuePlace(state);
    if (place?.state !== "ready") return this.rest();
    if (isFirstInTurn(state, place.answerId)) this.#sendFirst(place.answerId);
    else this.#wait ??= setTimeout(() => this.#sendReady(), toWaitMs(state));
  }

  /** Sends nothing by itself until the next change. */
  rest(): void {
    clearTimeout(this.#wait);
    this.#wait = undefined;
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

  #sendReady(): void {
    const place = findQueuePlace(this.#core.getState());
    if (place?.state === "ready") this.#sendFirst(place.answerId);
  }

  /** The others wait for the answer to this one. All in one change, so that no two are sent below the same answer. */
  #sendFirst(parentId: Id | null): void {
    this.rest();
    const [first, ...others] = this.#core.getState().queue;
    if (!first) return;
    const waiting = others.map((item): OutboxItem => ({ ...item, parentId: first.answerId }));
    this.#core.around.outbox.put({ ...first, parentId, state: "sending" }, ...waiting);
  }
}

/** This tab asked for the answer, and has heard of everything that others did since. */
function isFirstInTurn({ messages, freshQuestionId, isAbreast }: ConversationState, answerId: Id): boolean {
  return isAbreast && freshQuestionId !== null && messages[answerId]?.parentId === freshQuestionId;
}

/** By the random end of an id: the same in all tabs of a device, which send it as one. */
function toWaitMs({ queue }: ConversationState): number {
  const share = Number.parseInt(queue[0]?.messageId.slice(-3) ?? "0", 16) / 0x1000;
  return SHORTEST_WAIT_MS + WAIT_SPREAD_MS * share;
}

function findRunning({ leafId, messages }: ConversationState): Id | null {
  return leafId !== null && messages[leafId]?.status === "running" ? leafId : null;
}
