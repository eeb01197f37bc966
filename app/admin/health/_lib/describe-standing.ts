import type { DeploymentHealth } from "#contracts/deployment-health.ts";
import type { Text } from "#app/_i18n/create-text.ts";
import { formatDuration } from "../../_lib/format-duration.ts";
import { formatShare } from "../../_lib/format-share.ts";
import { judgeDeployment } from "./judge-deployment.ts";

/** How a deployment stands, in a few words; the server's own clock `at` says how long something lasts. */
export function describeStanding(health: DeploymentHealth, at: number, text: Text): string {
  const { breaker, counts } = health;
  const left = (until: number | null) =>
    formatDuration(Math.ceil(Math.max(0, (until ?? at) - at) / 1000) * 1000, text.language);
  const standing = judgeDeployment(health, at);
  switch (standing) {
    case "open":
      return text("admin.health.standing.open", { duration: left(breaker.openUntil) });
    case "resting":
      return text("admin.health.standing.resting", { duration: left(breaker.restUntil) });
    case "failing":
      return text("admin.health.standing.failing", { share: formatShare(counts.failed / counts.calls, text.language) });
    case "well":
      return text(counts.calls > 0 ? "admin.health.standing.well" : "admin.health.standing.idle");
    case "off":
    case "draining":
    case "half-open":
    case "outlier":
      return text(`admin.health.standing.${standing}`);
  }
}
