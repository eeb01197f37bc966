export { getConnectionLabel } from "./get-connection-label.ts";
export { getModelLabel } from "./get-model-label.ts";
export { streamModel, type ModelCall } from "./stream-model.ts";
