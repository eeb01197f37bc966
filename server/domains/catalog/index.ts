export { DEMO_MODEL_ID } from "./catalog.ts";
export { getConnectionLabel } from "./get-connection-label.ts";
export { streamModel } from "./stream-model.ts";
