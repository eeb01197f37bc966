import type { Standing } from "./judge-deployment.ts";

/** Whether somebody should look at it: it is meant to answer, and does so badly or not at all. */
export function isTrouble(standing: Standing): boolean {
  return standing !== "well" && standing !== "off" && standing !== "draining";
}
