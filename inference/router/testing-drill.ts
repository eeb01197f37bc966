import { createChatModel } from "#inference/create-chat-model.ts";
import { connectSimulator } from "#inference/simulator/connect-simulator.ts";
import type { Scenario } from "#inference/simulator/scenarios.ts";
import { startSimulator, type Simulator } from "#inference/simulator/start-simulator.ts";
import type { Attempt } from "./attempt.ts";
import type { Candidate } from "./candidate.ts";
import { chooseCandidates } from "./choose-candidates.ts";
import { dueProbes } from "./health/due-probes.ts";
import type { DeploymentHealth } from "./health/health-view.ts";
import { routeAnswer } from "./route-answer.ts";
import { createFastClock } from "./testing-fast-clock.ts";
import { makeCandidate } from "./testing-candidate.ts";
import { findAnswer } from "./testing-cuts.ts";
import { collect, contentOf, makeRouter, REQUEST } from "./testing-router.ts";
import { REMEDIES } from "./remedies.ts";

/** Half a minute of an outage in a second and a half. */
const FASTER = 20;
const WORKERS = 16;
/** A call that nothing answers is given up after so many real milliseconds. */
const RESPONSE_START_MS = 2_000;

/** A provider that takes every question and says nothing. */
export const DRILL_SCENARIOS: Record<string, Scenario> = {
  mute: { description: "says nothing", answer: () => findAnswer("count"), fault: () => ({ type: "silence" }) },
};

/** How each deployment is; a test changes it in the middle. */
export type DrillModels = Record<"first" | "second" | "third" | "fourth", string>;

/** How an answer ended, and what a person read of it. */
export type DrilledAnswer = { end: string; text: string };

/** Four deployments, each a simulator of its own, and people who ask them all the time. */
export class Drill {
  readonly models: DrillModels;
  readonly simulators: Map<string, Simulator>;
  readonly ctx;
  readonly #needs = { inputTokens: 10, images: false, tools: false, structure: false, tier: null, region: null };

  private constructor(models: DrillModels, simulators: Map<string, Simulator>) {
    this.models = models;
    this.simulators = simulators;
    const createDrillModel = ({ deploymentId }: Candidate) => this.#createModel(deploymentId);
    this.ctx = makeRouter(createDrillModel, { clock: createFastClock(FASTER), random: Math.random });
  }

  static async start(models: DrillModels): Promise<Drill> {
    const simulators = new Map<string, Simulator>();
    for (const id of Object.keys(models)) simulators.set(id, await startSimulator());
    return new Drill(models, simulators);
  }

  /** So many answers, several at a time; how each of them ended and what a person reads. */
  async ask(answers: number): Promise<DrilledAnswer[]> {
    const read: DrilledAnswer[] = [];
    let left = answers;
    const work = async (): Promise<void> => {
      for (; left > 0; left -= 1) read.push(await this.#askOnce());
    };
    await Promise.all(Array.from({ length: WORKERS }, work));
    return read;
  }

  /** Probes what is due once, as a process does every second. */
  async probe(): Promise<string[]> {
    const { clock, health } = this.ctx;
    const healths = new Map(Object.keys(this.models).map((id) => [id, health.read(id, clock.now())]));
    const due = dueProbes(healths, clock.now());
    await Promise.all(due.map((id) => this.#probeOnce(id)));
    return due;
  }

  /** The calls that were made since `from`, by what they came to. */
  settledSince(from: number): Attempt[] {
    return this.ctx.settled().slice(from);
  }

  readHealth(id: string): DeploymentHealth {
    return this.ctx.health.read(id, this.ctx.clock.now());
  }

  async stop(): Promise<void> {
    await Promise.all([...this.simulators.values()].map((simulator) => simulator.close()));
  }

  async #askOnce(): Promise<DrilledAnswer> {
    const { clock, health, random } = this.ctx;
    const candidates = Object.keys(this.models).map((id) => makeCandidate(id));
    const policy = { prefer: "balanced", fallbackModelIds: [] } as const;
    const choosing = { needs: this.#needs, candidates, policy };
    const { order, considered } = chooseCandidates(choosing, health, { random, now: clock.now() });
    const route = { request: REQUEST, order, considered, deadlineAt: null };
    const parts = await collect(routeAnswer(this.ctx, route, new AbortController().signal));
    const end = parts.at(-1);
    const text = contentOf(parts)
      .map((part) => (part.type === "text" ? part.text : ""))
      .join("");
    return { end: end?.type === "error" ? end.error.code : (end?.type ?? "nothing"), text };
  }

  async #probeOnce(id: string): Promise<void> {
    const { clock, health } = this.ctx;
    const startedAt = clock.now();
    health.start(id, startedAt);
    const parts = await collect(this.#createModel(id).stream(REQUEST, new AbortController().signal));
    const end = parts.at(-1);
    const failure = end?.type === "error" ? end.error : null;
    health.noteProbe(id, { at: startedAt, failureCode: failure?.code ?? null });
    const verdict = failure === null ? "ok" : REMEDIES[failure.code].verdict;
    health.end(id, { startedAt, verdict, failure }, clock.now());
  }

  #createModel(id: string) {
    const connection = connectSimulator(this.simulators.get(id)?.url ?? null, "openai");
    const timeLimits = { responseStartMs: RESPONSE_START_MS };
    return createChatModel(connection, this.models[id as keyof DrillModels], { timeLimits });
  }
}
