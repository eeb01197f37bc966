export { DEMO_MODEL_ID } from "./catalog.ts";
export type { CatalogueSnapshot, EffectiveDeployment } from "./catalogue-snapshot.ts";
export { findCandidates, type FoundCandidates } from "./find-candidates.ts";
export { getConnectionLabel } from "./get-connection-label.ts";
export { openDeployments } from "./open-deployments.ts";
