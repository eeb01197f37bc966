import type { ChatTurn } from "#inference/chat-model.ts";

/** A turn with what it costs to be read. */
export type CountedTurn = { turn: ChatTurn; tokens: number };

/** What is left of a conversation, in its order. `tokens` may exceed the room only where the newest exchange does by itself. */
export type FittedTurns = { turns: ChatTurn[]; tokens: number; messagesLeftOut: number };

/** What was said from a person's message up to the next one: never split, so that no call of a tool loses its result. */
type Exchange = { turns: readonly CountedTurn[]; tokens: number };

/** A conversation is cut by quarters of its room, so that it keeps its beginning, which providers cache, for some turns. */
const STEPS = 4;
/** So much of the room the first exchange may take to be kept. */
const PINNED_SHARE = 0.5;

/**
 * The turns that a model is told in `roomTokens`: all where they fit, else the first exchange, in which people say what a
 * conversation is about, and the newest ones. The newest exchange always stays. Pure; fitting again changes nothing.
 */
export function fitTurns(turns: readonly CountedTurn[], roomTokens: number): FittedTurns {
  const exchanges = toExchanges(turns);
  const total = sum(exchanges);
  if (total <= roomTokens || exchanges.length < 2) return present(turns, exchanges);
  const pinned = pin(exchanges[0], roomTokens);
  const later = pinned ? exchanges.slice(1) : exchanges;
  const needed = (pinned?.tokens ?? 0) + sum(later) - roomTokens;
  const kept = later.slice(Math.min(countDropped(later, needed, roomTokens / STEPS), later.length - 1));
  const hasRoom = (pinned?.tokens ?? 0) + sum(kept) <= roomTokens;
  return present(turns, pinned && hasRoom ? [pinned, ...kept] : kept);
}

function toExchanges(turns: readonly CountedTurn[]): Exchange[] {
  const groups: CountedTurn[][] = [];
  for (const counted of turns) {
    const last = groups.at(-1);
    if (last && !isQuestion(counted.turn)) last.push(counted);
    else groups.push([counted]);
  }
  return groups.map(toExchange);
}

function toExchange(turns: readonly CountedTurn[]): Exchange {
  return { turns, tokens: turns.reduce((tokens, counted) => tokens + counted.tokens, 0) };
}

/** What a person said: results of tools stand in the person's turns, too. */
function isQuestion({ role, parts }: ChatTurn): boolean {
  return role === "user" && parts.every(({ type }) => type !== "tool-result");
}

/** The first exchange, or where its answer is long, the question alone; null where even that is too much. */
function pin(first: Exchange | undefined, roomTokens: number): Exchange | null {
  if (!first) return null;
  const question = toExchange(first.turns.slice(0, 1));
  return [first, question].find(({ tokens }) => tokens <= roomTokens * PINNED_SHARE) ?? null;
}

/** As many of the oldest as must go, and those that fill the step that is begun by that. */
function countDropped(exchanges: readonly Exchange[], needed: number, step: number): number {
  const target = Math.ceil(needed / step) * step;
  let dropped = 0;
  for (const [count, { tokens }] of exchanges.entries()) {
    if (dropped >= needed && dropped + tokens > target) return count;
    dropped += tokens;
  }
  return exchanges.length;
}

function sum(exchanges: readonly Exchange[]): number {
  return exchanges.reduce((tokens, exchange) => tokens + exchange.tokens, 0);
}

function present(all: readonly CountedTurn[], kept: readonly Exchange[]): FittedTurns {
  const turns = kept.flatMap((exchange) => exchange.turns.map(({ turn }) => turn));
  return {
    turns,
    tokens: sum(kept),
    messagesLeftOut: countMessages(all.map(({ turn }) => turn)) - countMessages(turns),
  };
}

/** Results of tools are no message of anybody. */
function countMessages(turns: readonly ChatTurn[]): number {
  return turns.filter(({ parts }) => parts.some(({ type }) => type !== "tool-result")).length;
}
