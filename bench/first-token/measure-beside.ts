import { setTimeout as pause } from "node:timers/promises";
import type { BenchSystem } from "#scripts/bench/system/start-bench-system.ts";
import { startAsker } from "./asker.ts";
import type { FirstTokens } from "./first-tokens.ts";

/** 500 tokens, one every 20 ms: ten seconds an answer, over which the streams begin. */
const CROWD_MODEL = "lean-500@20";
const ANSWER_MS = 10_000;
const CROWD_TURNS = 4;
const STREAMS = 8;
const TURNS = 40;

/** `crowd` are the first tokens of the streams themselves, `tokensPerSecond` what all of them got. */
export type Beside = FirstTokens & { crowd: readonly number[]; tokensPerSecond: number };

/**
 * Answers by the gateway and at the same time by the provider itself, while `crowdStreams` others stream through the
 * gateway. Who asks has a process of its own: what a crowd costs its own reader is no part of the platform. Throws where
 * the crowd was gone too soon.
 */
export async function measureBeside(system: BenchSystem, modelName: string, crowdStreams: number): Promise<Beside> {
  const crowd = await startAsker(system, crowdStreams);
  const asker = await startAsker(system, STREAMS);
  const startedAt = performance.now();
  const ask = async (): Promise<FirstTokens> => {
    await pause(ANSWER_MS * 1.2);
    const order = { modelName, turns: TURNS, spreadMs: 500 };
    const [gateway, provider] = await Promise.all([asker.askGateway(order), asker.askProvider(order)]);
    const tookMs = performance.now() - startedAt;
    if (tookMs > ANSWER_MS * CROWD_TURNS)
      throw new Error(`The streams began to end before all was asked: it took ${Math.round(tookMs)} ms.`);
    return { gateway: gateway.firstTokensMs, provider: provider.firstTokensMs };
  };
  const stream = async (): Promise<Omit<Beside, keyof FirstTokens>> => {
    const order = { modelName: CROWD_MODEL, turns: CROWD_TURNS, spreadMs: ANSWER_MS };
    const { tokens, firstTokensMs } = await crowd.askGateway(order);
    const streamedMs = performance.now() - startedAt - ANSWER_MS;
    return { crowd: firstTokensMs, tokensPerSecond: (tokens * 1_000) / streamedMs };
  };
  try {
    const [streamed, asked] = await Promise.all([stream(), ask()]);
    return { ...streamed, ...asked };
  } finally {
    await Promise.all([crowd.stop(), asker.stop()]);
  }
}
