export { HEALTH_SHARED_EVERY_MS, HealthSharing } from "./health-sharing.ts";
