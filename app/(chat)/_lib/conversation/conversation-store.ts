import { createStore, type StoreApi } from "zustand/vanilla";
import type { Id } from "#contracts/ids.ts";
import type { Message } from "#contracts/message.ts";
import type { ConversationAction } from "./conversation-action.ts";
import type { ConversationCore } from "./conversation-core.ts";
import { ConversationFeed } from "./conversation-feed.ts";
import type { ConversationSurroundings } from "./conversation-port.ts";
import type { ConversationState } from "./conversation-state.ts";
import { currentBranch } from "./current-branch.ts";
import { makeAnswer, makeQuestion } from "./make-messages.ts";
import { MessageQueue } from "./message-queue.ts";
import { newerId } from "./newer-id.ts";
import { nextParent } from "./next-parent.ts";
import { newestLeaf } from "./newest-leaf.ts";
import { reduceConversation } from "./reduce-conversation.ts";
import { toMessageError } from "./to-message-error.ts";

/**
 * One conversation in one tab: its state, and what a person can do to it. `open` follows it on the
 * socket until the returned function is called; everything else works before and after too.
 */
export class ConversationStore {
  readonly state: StoreApi<ConversationState>;
  readonly queue: MessageQueue;
  readonly #around: ConversationSurroundings;
  readonly #feed: ConversationFeed;
  #views = 0;
  #close: (() => void) | null = null;

  /** `initial.isStored`: the server knows the conversation already. */
  constructor(initial: ConversationState, around: ConversationSurroundings) {
    this.state = createStore(() => initial);
    this.#around = around;
    const getState = () => this.state.getState();
    const core: ConversationCore = { getState, dispatch: (action) => this.#dispatch(action), around };
    this.#feed = new ConversationFeed(core);
    this.queue = new MessageQueue(core);
  }

  get conversationId(): Id {
    return this.state.getState().conversationId;
  }

  get isStored(): boolean {
    return this.state.getState().isStored;
  }

  /** Takes in what the server rendered as of `at`. `leafId` null means that the conversation is empty. */
  load(messages: readonly Message[], leafId: Id | null, at?: string): void {
    this.#feed.startFrom(at);
    const state = this.state.getState();
    // A page out of the browser's history knows less than this tab: what was asked since is not left out of view.
    const isBehind = currentBranch(state).some((message) => message.id === leafId);
    const kept = leafId === null || isBehind ? state.leafId : leafId;
    this.#dispatch({ type: "messages-loaded", messages, leafId: kept });
  }

  chooseModel(modelId: string): void {
    this.#dispatch({ type: "model-chosen", modelId });
  }

  open(): () => void {
    this.#views += 1;
    if (this.#views === 1) this.#open();
    return () => {
      this.#views -= 1;
      if (this.#views > 0) return;
      this.#close?.();
      this.#close = null;
    };
  }

  /**
   * Asks something below `parentId`, by default at the end of what is shown; where an answer is still being written
   * there, it waits for the end of that. Either way it is kept until the server has it.
   */
  send(text: string, modelId: string, parentId?: Id | null): void {
    const state = this.state.getState();
    const runningId = parentId === undefined ? this.#findRunning() : null;
    const createdAt = this.#around.now();
    const place = parentId === undefined ? nextParent(state) : parentId;
    const question = makeQuestion(state, text, { id: this.#around.newId(), parentId: place, createdAt });
    const answer = this.#makeAnswer(question.id, modelId);
    this.#dispatch({ type: "refusal-forgotten" });
    if (runningId === null) this.#dispatch({ type: "question-sent", question, answer });
    this.#around.outbox.put({
      conversationId: this.conversationId,
      messageId: question.id,
      answerId: answer.id,
      generationId: answer.generationId ?? answer.id,
      parentId: runningId ?? place,
      modelId,
      text,
      createdAt: question.createdAt,
      state: runningId === null ? "sending" : "queued",
      error: null,
    });
  }

  /** The composer has the texts that the server refused: they leave the outbox. */
  takeRefused(): void {
    for (const { messageId } of this.state.getState().refused) this.#around.outbox.remove(messageId);
  }

  /** Asks for another answer beside `answerId`. */
  async regenerate(answerId: Id, modelId: string): Promise<void> {
    const parentId = this.state.getState().messages[answerId]?.parentId;
    if (parentId === undefined || parentId === null) return;
    const answer = this.#makeAnswer(parentId, modelId);
    this.#dispatch({ type: "answer-asked", answer });
    const { conversationId, id, generationId } = answer;
    const request = { conversationId, parentId, modelId, answerId: id, generationId: generationId ?? id };
    try {
      await this.#around.socket.request({ type: "answer.regenerate", ...request });
      this.#dispatch({ type: "delivered", messageId: id });
    } catch (error) {
      this.#dispatch({ type: "delivery-failed", messageId: id, error: toMessageError(error) });
    }
  }

  /** Goes on with an answer that is not whole, in its place. Rejects, and leaves it as it was, when the server does not. */
  async continueAnswer(answerId: Id, modelId: string): Promise<void> {
    const answer = this.state.getState().messages[answerId];
    if (!answer || answer.status === "running") return;
    const generationId = newerId(this.#around.newId(), answer.generationId);
    this.#dispatch({ type: "answer-continued", answerId, generationId, modelId });
    const { conversationId } = answer;
    const request = { type: "answer.continue", conversationId, answerId, modelId, generationId } as const;
    try {
      await this.#around.socket.request(request);
    } catch (error) {
      this.#dispatch({ type: "continue-failed", answer });
      throw error;
    }
  }

  async stop(answerId: Id): Promise<void> {
    const run = this.state.getState().runs[answerId];
    if (!run || run.isStopping) return;
    this.#dispatch({ type: "stop-asked", answerId, isStopping: true });
    try {
      await this.#around.socket.request({ type: "generation.stop", generationId: run.generationId });
    } catch {
      // The button comes back; whoever pressed it sees the answer go on and can press again.
      this.#dispatch({ type: "stop-asked", answerId, isStopping: false });
    }
  }

  /** The person has seen all of it. */
  async markRead(): Promise<void> {
    try {
      await this.#around.socket.request({ type: "conversation.read", conversationId: this.conversationId });
    } catch {
      // It stays unread; the next look says so again.
    }
  }

  /** Turns to the branch through `messageId`: at once where it is loaded, and for good where the server knows it. */
  async selectBranch(messageId: Id): Promise<void> {
    const { messages, conversationId, deliveries } = this.state.getState();
    if (messages[messageId]) this.#dispatch({ type: "leaf-chosen", leafId: newestLeaf(messages, messageId) });
    if (deliveries[messageId]) return;
    const { currentLeafId } = await this.#around.reader.selectBranch({ id: conversationId, messageId });
    if (!this.#isWhole(currentLeafId)) await this.#feed.read(currentLeafId);
    else this.#dispatch({ type: "leaf-chosen", leafId: currentLeafId });
  }

  /** Loads what stands above the earliest message shown. */
  async loadEarlier(): Promise<void> {
    const before = currentBranch(this.state.getState())[0];
    if (!before || before.parentId === null) return;
    const { messages } = await this.#around.reader.listMessages({
      conversationId: this.conversationId,
      before: before.id,
    });
    this.#dispatch({ type: "messages-loaded", messages, leafId: this.state.getState().leafId });
  }

  /** Reads again what the server has. Used where the socket may have missed something; never throws. */
  refresh(): Promise<void> {
    return this.#feed.refresh();
  }

  #open(): void {
    const closeFeed = this.#feed.open();
    const closeOutbox = this.#around.outbox.onChange(({ isLocal }) => this.#takeOutbox(isLocal));
    this.#close = () => {
      closeFeed();
      closeOutbox();
      this.queue.rest();
    };
    this.#takeOutbox(true);
  }

  #takeOutbox(isLocal: boolean): void {
    const items = this.#around.outbox.list(this.conversationId);
    this.#dispatch({ type: "outbox-changed", items, isLocal });
  }

  #findRunning(): Id | null {
    const { leafId, messages } = this.state.getState();
    return leafId !== null && messages[leafId]?.status === "running" ? leafId : null;
  }

  #makeAnswer(parentId: Id, modelId: string): Message {
    const run = { generationId: this.#around.newId(), modelId };
    const made = { id: this.#around.newId(), parentId, createdAt: this.#around.now() };
    return makeAnswer(this.state.getState(), run, made);
  }

  /** True when every message from `leafId` up to one that is shown is loaded. */
  #isWhole(leafId: Id): boolean {
    const { messages } = this.state.getState();
    const shown = new Set(currentBranch(this.state.getState()).map((message) => message.id));
    const first = currentBranch({ messages, leafId })[0];
    return first !== undefined && (first.parentId === null || shown.has(first.id));
  }

  #dispatch(action: ConversationAction): void {
    const wasStored = this.isStored;
    this.state.setState((state) => reduceConversation(state, action), true);
    // One that began in this tab is followed from the moment in which the server has it.
    if (!wasStored && this.isStored && this.#close) this.#feed.follow();
    if (this.#close) this.queue.advance();
  }
}
