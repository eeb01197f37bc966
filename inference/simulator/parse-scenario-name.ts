import { SCENARIOS, type Scenario } from "./scenarios.ts";

const ALL: Record<string, Scenario> = SCENARIOS;

/** A scenario as a model name asks for it. */
export type NamedScenario = { scenario: Scenario; parameter: number | null; paceMs: number };

/**
 * The scenario that `sim-<name>[-<parameter>][@<milliseconds a token>]` names, or null where there
 * is none. Before it may stand whose model it is, by which its way is found.
 */
export function parseScenarioName(modelName: string): NamedScenario | null {
  const match = /^(?:claude-|gemini-|gpt-6-)?sim-([a-z-]*[a-z])(?:-(\d+))?(?:@(\d+))?$/.exec(modelName);
  const name = match?.[1] ?? "";
  const scenario = Object.hasOwn(ALL, name) ? ALL[name] : undefined;
  if (match === null || scenario === undefined) return null;
  return {
    scenario,
    parameter: match[2] === undefined ? null : Number(match[2]),
    paceMs: match[3] === undefined ? (scenario.paceMs ?? 0) : Number(match[3]),
  };
}
