import { expect, it } from "vitest";
import { createText } from "#app/_i18n/create-text.ts";
import { loadCatalogue } from "#app/_i18n/load-catalogue.ts";
import { describeHealth } from "./describe-health.ts";
import { AT, testHealth, testSeries, testView } from "./testing-health.ts";

const text = createText("en", loadCatalogue("en"));
const say = (...deployments: Parameters<typeof testView>[0]) => describeHealth(testView(deployments), text);
const openBreaker = {
  state: "open" as const,
  openUntil: AT + 11_200,
  restUntil: null,
  isOutlier: false,
  why: "8 of 10 failed",
};
const quiet = { calls: 0, failed: 0, retried: 0, hedged: 0, failedOver: 0 };

it("says that everything answers, where it does", () => {
  expect(say(testHealth(), testHealth({ connectionLabel: "Azure" }))).toBe("All 2 deployments answer.");
});

it("does not call an answer what nobody asked for", () => {
  expect(say(testHealth({ counts: quiet }))).toBe("The one deployment is ready; nobody has asked for five minutes.");
});

it("names what does not answer, where, and why", () => {
  expect(say(testHealth({ breaker: openBreaker }), testHealth())).toBe(
    "1 of 2 deployments needs a look: GPT-5 · OpenAI (breaker open).",
  );
});

it("names three, and counts the others", () => {
  const broken = ["A", "B", "C", "D", "E"].map((connectionLabel) =>
    testHealth({ connectionLabel, breaker: openBreaker }),
  );
  const words = "(breaker open)";
  expect(describeHealth(testView(broken), text)).toBe(
    `5 of 5 deployments need a look: GPT-5 · A ${words}, GPT-5 · B ${words}, GPT-5 · C ${words}, and 2 more.`,
  );
});

it("calls a deployment that was taken out of use no trouble", () => {
  const off = testHealth({ state: "off", breaker: openBreaker });
  expect(say(testHealth(), off)).toBe("The one deployment answers. 1 is taken out of use.");
  expect(say(off)).toBe("1 is taken out of use.");
});

it("says since when a deployment is slower than usual", () => {
  const slow = testHealth({ series: testSeries({ firstTokenP50Ms: [1_900, 2_400, 2_100] }) });
  const time = new Date(AT - 2 * 60_000).toLocaleTimeString("en", { timeStyle: "short" });
  expect(say(slow, testHealth())).toBe(`All 2 deployments answer. GPT-5 · OpenAI: slower than usual since ${time}.`);
});
