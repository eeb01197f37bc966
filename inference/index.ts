export type { ChatRequest } from "./chat-model.ts";
export { canContinue } from "./continue/can-continue.ts";
export { cutToContinue } from "./continue/cut-to-continue.ts";
export { createChatModel } from "./create-chat-model.ts";
export { describeModel } from "./describe-model.ts";
export { findLocalServers, type LocalServer } from "./find-local-servers.ts";
export { listModelNames } from "./list-model-names.ts";
export type { ProviderConnection, ProviderName } from "./provider.ts";
export { ProviderError, type ProviderErrorCode } from "./provider-error.ts";
