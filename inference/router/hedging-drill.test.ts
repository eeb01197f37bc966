import { expect, test } from "vitest";
import { seededRandom } from "./testing-random.ts";
import { chooseCandidates } from "./choose-candidates.ts";
import { routeAnswer } from "./route-answer.ts";
import { makeCandidate } from "./testing-candidate.ts";
import { TestingClock } from "./testing-clock.ts";
import { scriptModel, wholeAnswer } from "./testing-models.ts";
import { contentOf, makeRouter, REQUEST } from "./testing-router.ts";
import type { RoutedPart } from "./routed-part.ts";

const NEEDS = { inputTokens: 1, images: false, tools: false, structure: false, tier: null, region: null };
const POLICY = { prefer: "balanced", fallbackModelIds: [] } as const;
const WARM_UP = 100;
const ANSWERS = 1_500;

test.each([1, 2])(
  "where one call of twenty takes three seconds, %i deployments answer nineteen of twenty people in half a second, with seven in a hundred more calls at most",
  async (deployments) => {
    const clock = new TestingClock();
    const random = seededRandom(7);
    const forever = new AbortController().signal;
    const createChatModel = () => {
      const ms = random() < 0.05 ? 3_000 : 80 + random() * 120;
      return scriptModel([{ type: "wait", until: clock.sleep(ms, forever) }, ...wholeAnswer("Hello")]);
    };
    const ctx = makeRouter(createChatModel, { clock, random });
    const candidates = Array.from({ length: deployments }, (_, id) => makeCandidate(String(id)));
    const times: number[] = [];
    for (let answer = 0; answer < ANSWERS; answer += 1) {
      const { order, considered } = chooseCandidates({ needs: NEEDS, candidates, policy: POLICY }, ctx.health, {
        random,
        now: clock.now(),
      });
      const began = clock.now();
      const parts: RoutedPart[] = [];
      const reading = (async () => {
        for await (const part of routeAnswer(ctx, { request: REQUEST, order, considered, deadlineAt: null }, forever)) {
          if (part.type === "text-delta") times.push(clock.now() - began);
          parts.push(part);
        }
      })();
      while (contentOf(parts).length === 0) await clock.advance(10);
      await reading;
    }
    const hedges = ctx.settled().filter(({ kind }) => kind === "hedge").length;
    const known = times.slice(WARM_UP).toSorted((a, b) => a - b);
    expect(hedges).toBeLessThanOrEqual(ANSWERS * 0.07);
    expect(known[Math.floor(known.length * 0.95)]).toBeLessThan(500);
  },
  60_000,
);
