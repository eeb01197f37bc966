export type { ChatModel, ChatRequest, ChatTurn } from "./chat-model.ts";
export { createChatModel } from "./create-chat-model.ts";
export { describeModel } from "./describe-model.ts";
export { findLocalServers, type LocalServer } from "./find-local-servers.ts";
export { listModelNames } from "./list-model-names.ts";
export type { ModelFacts } from "./model-facts.ts";
export { PROVIDER_NAMES, type ChatModelOptions, type ProviderConnection, type ProviderName } from "./provider.ts";
export { ProviderError, type ProviderErrorCode } from "./provider-error.ts";
export { TIME_LIMITS, type TimeLimits } from "./time-limits.ts";
