import { expect, test } from "vitest";
import { chooseCandidates } from "./choose-candidates.ts";
import { routeAnswer } from "./route-answer.ts";
import { makeCandidate } from "./testing-candidate.ts";
import { TestingClock } from "./testing-clock.ts";
import { errorPart, scriptModel } from "./testing-models.ts";
import { collect, makeRouter, REQUEST } from "./testing-router.ts";

const NEEDS = { inputTokens: 1, images: false, tools: false, structure: false, tier: null, region: null };
const POLICY = { prefer: "balanced", fallbackModelIds: [] } as const;

test.each([1, 3])("an outage of all %i deployments is not amplified, and everybody learns why", async (deployments) => {
  const clock = new TestingClock();
  const ctx = makeRouter(() => scriptModel([errorPart("provider-unavailable")]), { clock });
  const candidates = Array.from({ length: deployments }, (_, id) => makeCandidate(String(id)));
  const answers = 300;
  for (let answer = 0; answer < answers; answer += 1) {
    const at = { random: ctx.random, now: clock.now() };
    const { order, considered } = chooseCandidates({ needs: NEEDS, candidates, policy: POLICY }, ctx.health, at);
    const route = { request: REQUEST, order, considered, deadlineAt: null };
    const parts = await collect(routeAnswer(ctx, route, new AbortController().signal));
    expect(parts).toEqual([errorPart("provider-unavailable")]);
    await clock.advance(200);
  }
  // Until each breaker is open its faults are a surprise; a trial or two a pause come on top.
  const surprises = deployments * 5 + deployments * 8;
  expect(ctx.settled().length - answers).toBeLessThanOrEqual(answers * 0.1 + 6 + surprises);
});
