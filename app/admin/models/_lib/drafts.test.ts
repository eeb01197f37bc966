import { expect, it } from "vitest";
import { parseAliasDraft, toAliasDraft } from "./alias-draft.ts";
import { parseDeploymentDraft, toDeploymentDraft } from "./deployment-draft.ts";
import { parseModelDraft, toModelDraft } from "./model-draft.ts";
import { EMPTY_TIER } from "./price-draft.ts";
import { testCatalogue, testDeployment, testModel } from "./testing-catalogue.ts";

const view = testCatalogue();

it("gives back each entry as it was, where nothing is typed", () => {
  const [model] = view.models;
  const [alias] = view.aliases;
  const [deployment] = view.deployments;
  if (!model || !alias || !deployment) throw new Error("The catalogue of tests is empty.");
  expect(parseModelDraft(toModelDraft(model), view, false).entry).toEqual(testModel());
  expect(parseAliasDraft(toAliasDraft(alias), view, false).entry).toEqual(view.document.aliases[0]);
  expect(parseDeploymentDraft(toDeploymentDraft(deployment), view).entry).toEqual(testDeployment());
});

it("takes empty fields for what is not known", () => {
  const draft = { ...toModelDraft(null), id: "own", label: "Own", maker: "We" };
  const { entry } = parseModelDraft(draft, view, true);
  expect(entry).toMatchObject({ contextTokens: null, prices: [], source: null, tiers: null, toolNames: null });
});

it("says of each field of a model what is wrong with it", () => {
  const prices = [
    { from: "2026-01-01", tiers: [{ ...EMPTY_TIER, inputPico: "cheap", outputPico: "" }] },
    { from: "", tiers: [{ ...EMPTY_TIER, inputPico: "1", outputPico: "2" }] },
  ];
  const wrong = {
    id: "GPT 5",
    label: " ",
    contextTokens: "many",
    sourceUrl: "somewhere",
    fallbackModelIds: "nobody",
    prices,
  };
  expect(parseModelDraft({ ...toModelDraft(null), maker: "We", ...wrong }, view, true).faults).toEqual({
    id: "admin.fault.id",
    label: "admin.fault.required",
    contextTokens: "admin.fault.tokens",
    "prices.0.tiers.0.inputPico": "admin.fault.price",
    "prices.0.tiers.0.outputPico": "admin.fault.price",
    "prices.1.from": "admin.fault.day",
    "source.url": "admin.fault.url",
    "source.readOn": "admin.fault.day",
    fallbackModelIds: "admin.fault.unknownModel",
  });
});

it("wants prices in the order of their days, and tiers in that of their lengths", () => {
  const tiers = [{ ...EMPTY_TIER, inputPico: "1", outputPico: "2" }];
  const later = { from: "2026-02-01", tiers };
  const earlier = { from: "2026-01-01", tiers };
  const parse = (prices: (typeof later)[]) =>
    parseModelDraft({ ...toModelDraft(testModel()), prices }, view, false).faults;
  expect(parse([later, earlier])).toEqual({ prices: "admin.fault.priceOrder" });
  expect(parse([{ ...later, tiers: [...tiers, ...tiers] }])).toEqual({ "prices.0.tiers": "admin.fault.tierOrder" });
});

it("lets nothing new take a name that is taken, by a model or an alias", () => {
  const model = { ...toModelDraft(testModel({ fallbackModelIds: [] })), id: "best" };
  expect(parseModelDraft(model, view, true).faults).toEqual({ id: "admin.fault.taken" });
  const alias = { id: "gpt-5", label: "Mine", modelIds: "gpt-5-mini" };
  expect(parseAliasDraft(alias, view, true).faults).toEqual({ id: "admin.fault.taken" });
});

it("lets an alias stand only for what there is, and never for itself", () => {
  const parse = (modelIds: string) => parseAliasDraft({ id: "best", label: "Best", modelIds }, view, false);
  expect(parse("gpt-5-mini, gpt-5\ngpt-5").entry?.modelIds).toEqual(["gpt-5-mini", "gpt-5"]);
  expect(parse("gpt-4").faults).toEqual({ modelIds: "admin.fault.unknownModel" });
  expect(parse("best").faults).toEqual({ modelIds: "admin.fault.unknownModel" });
});

it("wants one deployment a place, of a model that there is, with a whole weight", () => {
  const draft = toDeploymentDraft(testDeployment({ id: "3b241101-e2bb-4255-8caf-4136c566a963", modelId: "gone" }));
  expect(parseDeploymentDraft({ ...draft, weight: "", priority: "first" }, view).faults).toEqual({
    modelName: "admin.fault.placeTaken",
    modelId: "admin.fault.required",
    weight: "admin.fault.weight",
    priority: "admin.fault.priority",
  });
});

it("counts a machine by the hour where it is typed, and by the second where it is kept", () => {
  const draft = toDeploymentDraft(testDeployment());
  expect(draft.gpuPrice).toBe("4.5");
  expect(parseDeploymentDraft({ ...draft, gpuPrice: "9" }, view).entry?.gpuPicoPerSecond).toBe(2_500_000_000);
});
