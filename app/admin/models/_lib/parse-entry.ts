import type { z } from "zod";
import type { TextKey } from "#app/_i18n/catalogue.ts";
import type { Faults, Parsed } from "./faults.ts";

const WORDS: Record<string, TextKey> = {
  id: "admin.fault.id",
  label: "admin.fault.required",
  maker: "admin.fault.required",
  modelName: "admin.fault.required",
  connectionId: "admin.fault.required",
  modelId: "admin.fault.required",
  contextTokens: "admin.fault.tokens",
  outputTokensMax: "admin.fault.tokens",
  aboveInputTokens: "admin.fault.tokens",
  weight: "admin.fault.weight",
  priority: "admin.fault.priority",
  url: "admin.fault.url",
  readOn: "admin.fault.day",
  from: "admin.fault.day",
  prices: "admin.fault.priceOrder",
  gpuPicoPerSecond: "admin.fault.price",
};

/** Holds what was typed against the contract, and against `further` faults that only who knows the rest can find. */
export function parseEntry<Entry>(schema: z.ZodType<Entry>, typed: unknown, further: Faults = {}): Parsed<Entry> {
  const { data, error } = schema.safeParse(typed);
  const found = Object.fromEntries((error?.issues ?? []).map(({ path }) => [path.join("."), wordsFor(path)]));
  const faults = { ...further, ...found };
  if (data !== undefined && Object.keys(faults).length === 0) return { entry: data, faults: null };
  return { entry: null, faults };
}

function wordsFor(path: readonly PropertyKey[]): TextKey {
  const last = path.findLast((step) => typeof step === "string") ?? "";
  if (last.endsWith("Pico")) return "admin.fault.price";
  if (last === "tiers" && path[0] === "prices") return "admin.fault.tierOrder";
  return WORDS[last] ?? "admin.fault.unfit";
}
