import { parseScenarioName } from "#inference/simulator/parse-scenario-name.ts";

/** Whether the provider fails in this scenario, so that an answer may end `failed`. */
export function isFaultyModel(modelName: string): boolean {
  return parseScenarioName(modelName)?.scenario.fault !== undefined;
}
