export { askModel, type AskNeeds } from "./ask-model.ts";
export { findToolNames } from "./find-tool-names.ts";
export { HEALTH_SHARED_EVERY_MS, HealthSharing } from "./health-sharing.ts";
export { probeDeployments } from "./probe-deployments.ts";
export { purgeHealth } from "./purge-health.ts";
