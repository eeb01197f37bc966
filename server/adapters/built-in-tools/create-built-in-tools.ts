import type { Clock } from "#server/ports/clock.ts";
import type { ToolSource } from "#server/ports/tool-source.ts";
import { CALCULATOR } from "./calculator.ts";
import { createCurrentTime } from "./create-current-time.ts";

/** The tools that every installation has. They reach nothing outside of this process. */
export function createBuiltInTools(clock: Clock): ToolSource {
  const tools = [CALCULATOR, createCurrentTime(clock)];
  return { list: () => tools };
}
