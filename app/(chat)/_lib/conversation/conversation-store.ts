import { createStore, type StoreApi } from "zustand/vanilla";
import type { Id } from "#contracts/ids.ts";
import type { Message } from "#contracts/message.ts";
import type { Cursor, ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import type { ConversationAction, GrowthFrame } from "./conversation-action.ts";
import type { ConversationSurroundings } from "./conversation-port.ts";
import type { ConversationState } from "./conversation-state.ts";
import { currentBranch } from "./current-branch.ts";
import { makeAnswer, makeQuestion } from "./make-messages.ts";
import { nextParent } from "./next-parent.ts";
import { newestLeaf } from "./newest-leaf.ts";
import { reduceConversation } from "./reduce-conversation.ts";
import { toMessageError } from "./to-message-error.ts";

/** What was read longer ago than this is read again with a new connection: it may have missed something. */
const FRESH_MS = 5_000;

/**
 * One conversation in one tab: its state, and what a person can do to it. `open` follows it on the
 * socket until the returned function is called; everything else works before and after too.
 */
export class ConversationStore {
  readonly state: StoreApi<ConversationState>;
  readonly #around: ConversationSurroundings;
  #growth: GrowthFrame[] = [];
  #views = 0;
  #readAtMs: number;
  #isStored: boolean;
  #close: (() => void) | null = null;

  /** `isStored`: the server knows the conversation already. */
  constructor(initial: ConversationState, isStored: boolean, around: ConversationSurroundings) {
    this.state = createStore(() => initial);
    this.#isStored = isStored;
    this.#around = around;
    this.#readAtMs = around.now().getTime();
  }

  get conversationId(): Id {
    return this.state.getState().conversationId;
  }

  get isStored(): boolean {
    return this.#isStored;
  }

  /** Takes in what the server rendered. `leafId` null means that the conversation is empty. */
  load(messages: readonly Message[], leafId: Id | null): void {
    this.#dispatch({ type: "messages-loaded", messages, leafId: leafId ?? this.state.getState().leafId });
  }

  chooseModel(modelId: string): void {
    this.#dispatch({ type: "model-chosen", modelId });
  }

  open(): () => void {
    this.#views += 1;
    if (this.#views === 1) this.#follow();
    return () => {
      this.#views -= 1;
      if (this.#views > 0) return;
      this.#close?.();
      this.#close = null;
    };
  }

  /** Asks something below `parentId`, by default at the end of what is shown. Resolves to false when it did not get through. */
  async send(text: string, modelId: string, parentId = nextParent(this.state.getState())): Promise<boolean> {
    const state = this.state.getState();
    const createdAt = this.#around.now();
    const question = makeQuestion(state, text, { id: this.#around.newId(), parentId, createdAt });
    const answer = this.#makeAnswer(question.id, modelId);
    this.#dispatch({ type: "question-sent", question, answer });
    return this.#deliverQuestion(question, answer);
  }

  /** Sends a question again that did not get through: the same message, so that it can never be there twice. */
  async sendAgain(questionId: Id, modelId: string): Promise<boolean> {
    const question = this.state.getState().messages[questionId];
    if (!question) return false;
    const answer = this.#makeAnswer(questionId, modelId);
    this.#dispatch({ type: "question-sent-again", questionId, answer });
    return this.#deliverQuestion(question, answer);
  }

  /** Asks for another answer beside `answerId`. */
  async regenerate(answerId: Id, modelId: string): Promise<void> {
    const parentId = this.state.getState().messages[answerId]?.parentId;
    if (parentId === undefined || parentId === null) return;
    const answer = this.#makeAnswer(parentId, modelId);
    this.#dispatch({ type: "answer-asked", answer });
    const { conversationId, id, generationId } = answer;
    const request = { conversationId, parentId, modelId, answerId: id, generationId: generationId ?? id };
    await this.#deliver(id, this.#around.socket.request({ type: "answer.regenerate", ...request }));
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

  /** Turns to the branch through `messageId`: at once where it is loaded, and for good where the server knows it. */
  async selectBranch(messageId: Id): Promise<void> {
    const { messages, conversationId, deliveries } = this.state.getState();
    if (messages[messageId]) this.#dispatch({ type: "leaf-chosen", leafId: newestLeaf(messages, messageId) });
    if (deliveries[messageId]?.state === "failed") return;
    const { currentLeafId } = await this.#around.reader.selectBranch({ id: conversationId, messageId });
    if (!this.#isWhole(currentLeafId)) await this.#read(currentLeafId);
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
  async refresh(): Promise<void> {
    if (!this.#isStored) return;
    try {
      await this.#read();
    } catch {
      // Not reachable: the next connection reads again, and until then the page says that it is offline.
      this.#readAtMs = 0;
    }
  }

  async #read(leafId?: Id): Promise<void> {
    this.#readAtMs = this.#around.now().getTime();
    const { messages } = await this.#around.reader.listMessages({ conversationId: this.conversationId });
    this.#dispatch({ type: "messages-loaded", messages, ...(leafId === undefined ? {} : { leafId }) });
  }

  #follow(): void {
    const offFrame = this.#around.socket.onFrame((frame) => this.#receive(frame));
    const offSubscription = this.#isStored ? this.#subscribe() : null;
    this.#close = () => {
      offFrame();
      offSubscription?.();
    };
  }

  #subscribe(): () => void {
    return this.#around.socket.subscribe(this.conversationId, () => this.#cursors());
  }

  /** A run of which nothing was seen is named too: if it is over by now, the server says so. */
  #cursors(): Record<Id, Cursor> {
    const runs = Object.values(this.state.getState().runs);
    return Object.fromEntries(runs.map((run) => [run.generationId, run.cursor ?? { epoch: 0, seq: 0 }]));
  }

  #receive(frame: ServerFrame | TextDeltaFrame): void {
    if (Array.isArray(frame) || frame.type === "generation.part") {
      if (this.#growth.length === 0) this.#around.schedule(() => this.#grow());
      this.#growth.push(frame);
      return;
    }
    this.#grow();
    this.#dispatch({ type: "frame-received", frame });
    if (frame.type === "generation.end") void this.#verify(frame);
    if (frame.type === "welcome" && this.#isOld()) void this.refresh();
  }

  #isOld(): boolean {
    return this.#around.now().getTime() - this.#readAtMs > FRESH_MS;
  }

  /** Applies what has come since the last picture, in one change. */
  #grow(): void {
    if (this.#growth.length === 0) return;
    const frames = this.#growth;
    this.#growth = [];
    const hadGap = this.#hasGap();
    this.#dispatch({ type: "answers-grew", frames });
    if (!hadGap && this.#hasGap()) this.#around.socket.resubscribe(this.conversationId);
  }

  #hasGap(): boolean {
    return Object.values(this.state.getState().runs).some((run) => run.hasGap);
  }

  async #verify({
    generationId,
    contentHash,
    message,
  }: Extract<ServerFrame, { type: "generation.end" }>): Promise<void> {
    if (message.conversationId !== this.conversationId) return;
    if ((await this.#around.hashParts(message.parts)) === contentHash) return;
    this.#around.onMismatch(generationId);
    await this.refresh();
  }

  #makeAnswer(parentId: Id, modelId: string): Message {
    const run = { generationId: this.#around.newId(), modelId };
    const made = { id: this.#around.newId(), parentId, createdAt: this.#around.now() };
    return makeAnswer(this.state.getState(), run, made);
  }

  async #deliverQuestion(question: Message, answer: Message): Promise<boolean> {
    const { conversationId, id: messageId, parentId } = question;
    const request = { conversationId, messageId, parentId, modelId: answer.modelId ?? "", answerId: answer.id };
    const parts = question.parts.flatMap((part) => (part.type === "text" ? [part] : []));
    const generationId = answer.generationId ?? answer.id;
    const sent = this.#around.socket.request({ type: "message.send", ...request, parts, generationId });
    return this.#deliver(messageId, sent);
  }

  async #deliver(messageId: Id, sent: Promise<void>): Promise<boolean> {
    try {
      await sent;
    } catch (error) {
      this.#dispatch({ type: "delivery-failed", messageId, error: toMessageError(error) });
      return false;
    }
    this.#dispatch({ type: "delivered", messageId });
    this.#becomeStored();
    return true;
  }

  #becomeStored(): void {
    if (this.#isStored) return;
    this.#isStored = true;
    if (!this.#close) return;
    this.#close();
    this.#follow();
  }

  /** True when every message from `leafId` up to one that is shown is loaded. */
  #isWhole(leafId: Id): boolean {
    const { messages } = this.state.getState();
    const shown = new Set(currentBranch(this.state.getState()).map((message) => message.id));
    const first = currentBranch({ messages, leafId })[0];
    return first !== undefined && (first.parentId === null || shown.has(first.id));
  }

  #dispatch(action: ConversationAction): void {
    this.state.setState((state) => reduceConversation(state, action), true);
  }
}
