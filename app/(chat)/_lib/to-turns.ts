import type { Message } from "#contracts/message.ts";

/** A question with what answers it. A page of history may begin in the middle of one, without its question. */
export type Turn = { id: string; question: Message | null; answers: Message[] };

/** The messages of a branch as turns, oldest first. */
export function toTurns(branch: readonly Message[]): Turn[] {
  const turns: Turn[] = [];
  for (const message of branch) {
    const current = turns.at(-1);
    if (message.role === "user") turns.push({ id: message.id, question: message, answers: [] });
    else if (current) current.answers.push(message);
    else turns.push({ id: message.id, question: null, answers: [message] });
  }
  return turns;
}
