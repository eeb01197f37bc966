export { askModel, type AskNeeds } from "./ask-model.ts";
export type { ModelCall } from "./model-call.ts";
