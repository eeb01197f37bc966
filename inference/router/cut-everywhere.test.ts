import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MessagePart } from "#contracts/message.ts";
import { createChatModel } from "#inference/create-chat-model.ts";
import type { ProviderName } from "#inference/provider.ts";
import { connectSimulator } from "#inference/simulator/connect-simulator.ts";
import { SCENARIOS } from "#inference/simulator/scenarios.ts";
import { startSimulator, type Simulator } from "#inference/simulator/start-simulator.ts";
import { makeCandidate } from "./testing-candidate.ts";
import { CORPUS } from "./testing-corpus.ts";
import { CUT_SCENARIOS, findEventEnds } from "./testing-cuts.ts";
import { ask, collect, contentOf, makeRouter } from "./testing-router.ts";
import { readCut } from "./testing-read-cut.ts";
import { type Wire, WIRES, writeBytes } from "./testing-wire-model.ts";

const NAMES = Object.keys(CORPUS);
const PROVIDERS: { provider: ProviderName; wire: Wire }[] = [
  { provider: "openai", wire: "openai" },
  { provider: "anthropic", wire: "anthropic" },
  { provider: "google", wire: "gemini" },
];

/** `npm run fuzz -- --cuts` takes every byte. */
const STRIDE = 23;

describe.each(Object.keys(WIRES) as Wire[])("an answer in the protocol of %s that is cut at any byte", (wire) => {
  test.each(NAMES)("is whole in the end: %s", async (name) => {
    const whole = await readCut({ wire, name, repeats: false, cutAfter: null });
    const { length } = writeBytes({ wire, name, repeats: false, written: "" });
    expect(length).toBeGreaterThan(100);
    for (let cutAfter = 0; cutAfter < length; cutAfter += STRIDE) {
      const read = await readCut({ wire, name, repeats: cutAfter % 2 === 1, cutAfter });
      expect({ cutAfter, ...read }).toEqual({
        cutAfter,
        ...whole,
        calls: read.hasFinished ? 1 : 2,
        hasFinished: read.hasFinished,
      });
    }
  });
});

describe.each(PROVIDERS)("over real HTTP, an answer of $provider that is cut", ({ provider, wire }) => {
  let simulator: Simulator;
  beforeAll(async () => {
    // Of this test alone: every other list of scenarios is as it was.
    Object.assign(SCENARIOS, CUT_SCENARIOS);
    simulator = await startSimulator();
  });
  afterAll(() => simulator.close());

  test.each(NAMES)("at any token is whole in the end, and the attempts are what was served: %s", async (name) => {
    const connection = connectSimulator(simulator.url, provider);
    const read = async (...modelNames: string[]): Promise<readonly MessagePart[]> => {
      simulator.requests.length = 0;
      const ctx = makeRouter(({ modelName }) => createChatModel(connection, modelName));
      const order = modelNames.map((modelName, index) => makeCandidate(String(index), { connection, modelName }));
      const parts = await collect(ask(ctx, order));
      expect(ctx.settled().map(({ modelName }) => modelName)).toEqual(
        simulator.requests.map(({ modelName }) => modelName),
      );
      expect(ctx.settled().at(-1)?.outcome).toBe("ended");
      return contentOf(parts);
    };
    const whole = await read(`sim-corpus-${name}`);
    for (const [index, bytes] of findEventEnds(name, wire).entries()) {
      // At the end of one event, in the middle of the next.
      const cutAfter = index % 2 === 0 ? bytes : bytes - 9;
      expect({ bytes, content: await read(`sim-cut-${name}-${cutAfter}`, `sim-overlap-${name}`) }).toEqual({
        bytes,
        content: whole,
      });
    }
  });
});
