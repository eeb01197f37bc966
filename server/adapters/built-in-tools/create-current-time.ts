import { z } from "zod";
import type { Clock } from "#server/ports/clock.ts";
import type { Tool } from "#server/ports/tool-source.ts";
import { defineTool } from "./define-tool.ts";
import { describeTime } from "./describe-time.ts";

/** Tells a model, which knows no time, what time it is, anywhere. */
export function createCurrentTime(clock: Clock): Tool {
  return defineTool({
    name: "current_time",
    description:
      "Tells the present date, weekday and time in one time zone, with its distance to UTC. Use it whenever an answer depends on now. Ask once for each zone that matters; without a zone it tells UTC.",
    input: z.object({
      time_zone: z.string().max(64).optional().describe("A name of the IANA database, for example Europe/Berlin"),
    }),
    answer: ({ time_zone: timeZone = "UTC" }) => describeTime(clock.now(), timeZone),
  });
}
