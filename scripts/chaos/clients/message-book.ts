import type { Message } from "#contracts/message.ts";

/** What one client knows of its conversations' messages, in the order in which it heard of them. */
export class MessageBook {
  readonly #messages = new Map<string, Omit<Message, "parts">>();

  put(message: Omit<Message, "parts">): void {
    this.#messages.set(message.id, message);
  }

  forget(): void {
    this.#messages.clear();
  }

  knows(conversationId: string): boolean {
    return this.#of(conversationId).length > 0;
  }

  /** The answer that a next question would follow; null where the conversation is empty. */
  latestAnswer(conversationId: string): Omit<Message, "parts"> | null {
    return this.#of(conversationId).findLast(({ role }) => role === "assistant") ?? null;
  }

  /** A question of the conversation that another answer can be asked for. */
  latestQuestion(conversationId: string): Omit<Message, "parts"> | null {
    return this.#of(conversationId).findLast(({ role }) => role === "user") ?? null;
  }

  /** An answer that is not whole, though its model could have written it. */
  latestBroken(conversationId: string): Omit<Message, "parts"> | null {
    const isBroken = ({ status }: Pick<Message, "status">) => status === "stopped" || status === "interrupted";
    return this.#of(conversationId).findLast((message) => message.role === "assistant" && isBroken(message)) ?? null;
  }

  #of(conversationId: string): Omit<Message, "parts">[] {
    return [...this.#messages.values()].filter((message) => message.conversationId === conversationId);
  }
}
