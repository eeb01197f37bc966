import { expect, test } from "vitest";
import { isFaultyModel } from "#scripts/chaos/checker/is-faulty-model.ts";
import { expectedParts } from "#scripts/chaos/checker/expected-parts.ts";
import { makePlan } from "./make-plan.ts";
import type { Participants } from "./plan.ts";

const ALONE: Participants = { redis: "none", hasWeb: false };
const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

test("the same seed is the same plan, another seed another one", () => {
  expect(makePlan(7, ALONE)).toEqual(makePlan(7, ALONE));
  expect(makePlan(8, ALONE)).not.toEqual(makePlan(7, ALONE));
});

test("each seed has 6 to 12 clients and 1 to 4 blows, in order", () => {
  for (const { clients, blows } of SEEDS.map((seed) => makePlan(seed, ALONE))) {
    expect(clients.length).toBeGreaterThanOrEqual(6);
    expect(clients.length).toBeLessThanOrEqual(12);
    expect(blows.length).toBeGreaterThanOrEqual(1);
    expect(blows.length).toBeLessThanOrEqual(4);
    expect(blows).toEqual(blows.toSorted((one, other) => one.atMs - other.atMs));
  }
});

test("only what takes part is struck", () => {
  const kinds = (participants: Participants) =>
    new Set(SEEDS.flatMap((seed) => makePlan(seed, participants).blows).map(({ kind }) => kind));
  expect(kinds(ALONE)).not.toContain("flush-redis");
  expect(kinds({ redis: "single", hasWeb: false })).toContain("flush-redis");
  const targets = SEEDS.flatMap((seed) => makePlan(seed, ALONE).blows).map((blow) =>
    "target" in blow ? blow.target : null,
  );
  expect(targets).not.toContain("web");
});

test("a client looks at conversations of its own account alone", () => {
  for (const { clients, conversations } of SEEDS.map((seed) => makePlan(seed, ALONE))) {
    const accounts = clients.flatMap((client) =>
      client.conversations.map((place) => conversations[place]?.account === client.account),
    );
    expect(accounts).not.toContain(false);
  }
});

test("every model of a plan is one of the simulator's, and most of them do not fail", () => {
  const names = SEEDS.flatMap((seed) => makePlan(seed, ALONE).clients)
    .flatMap(({ steps }) => steps)
    .flatMap((step) => ("modelName" in step ? [step.modelName] : []));
  expect(names.map((name) => expectedParts(name, "What?").length)).not.toContain(0);
  const faulty = names.filter(isFaultyModel).length / names.length;
  expect(faulty).toBeGreaterThan(0.05);
  expect(faulty).toBeLessThan(0.25);
});
