import { expect, test } from "vitest";
import { SCENARIOS } from "#inference/simulator/scenarios.ts";
import { startSimulator } from "#inference/simulator/start-simulator.ts";
import { writeCount } from "#inference/simulator/texts.ts";
import type { Attempt } from "./attempt.ts";
import { CUT_SCENARIOS } from "./testing-cuts.ts";
import { Drill, DRILL_SCENARIOS, type DrilledAnswer } from "./testing-drill.ts";

const countBy = (attempts: readonly Attempt[], deploymentId: string): number =>
  attempts.filter((attempt) => attempt.deploymentId === deploymentId).length;

/** What a person would notice. */
const findFailed = (answers: readonly DrilledAnswer[]): DrilledAnswer[] =>
  answers.filter(({ end, text }) => end !== "finish" || text !== writeCount(40));

test("one provider is down, one is mute, one lies: nobody sees a failure, few calls are made twice, and all come back", async () => {
  Object.assign(SCENARIOS, CUT_SCENARIOS, DRILL_SCENARIOS);
  const well = "sim-corpus-count";
  const drill = await Drill.start({ first: well, second: well, third: well, fourth: well });
  try {
    const calm = await drill.ask(400);
    expect(findFailed(calm)).toEqual([]);
    const before = drill.ctx.settled().length;

    const down = drill.simulators.get("first");
    await down?.close();
    drill.models.second = "sim-mute";
    drill.models.third = "sim-cut-count-3000";
    const read = await drill.ask(600);
    expect(findFailed(read)).toEqual([]);
    const calls = drill.settledSince(before);
    const hedges = calls.filter(({ kind }) => kind === "hedge").length;
    const extras = calls.filter(({ kind }) => kind === "retry" || kind === "failover").length;
    expect(extras).toBeLessThanOrEqual(0.1 * (400 + 600) + 6);
    expect(hedges).toBeLessThanOrEqual(0.07 * (400 + 600));
    // Who is down or lies is found out; who is mute is overtaken each time, and asked ever less.
    for (const id of ["first", "third"]) expect(drill.readHealth(id).breaker, id).not.toBe("closed");
    expect(countBy(calls, "second")).toBeLessThan(100);

    drill.models.second = well;
    drill.models.third = well;
    drill.simulators.set("first", await startSimulator({ port: Number(new URL(down?.url ?? "").port) }));
    const findOpen = (): string[] => ["first", "third"].filter((id) => drill.readHealth(id).breaker !== "closed");
    await expect.poll(() => drill.probe().then(findOpen), { timeout: 20_000 }).toEqual([]);
    // The first probe that could succeed was enough.
    for (const id of ["first", "third"])
      expect(drill.readHealth(id).probes.filter(({ failureCode }) => failureCode === null).length, id).toBe(1);

    const back = drill.ctx.settled().length;
    const findIdle = (): string[] =>
      [...drill.simulators.keys()].filter((id) => countBy(drill.settledSince(back), id) === 0);
    await expect.poll(async () => [...findFailed(await drill.ask(50)), ...findIdle()], { timeout: 30_000 }).toEqual([]);
    expect(drill.settledSince(back).filter(({ failure }) => failure !== null)).toEqual([]);
  } finally {
    await drill.stop();
  }
}, 60_000);
