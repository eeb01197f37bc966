export type { BegunTurn } from "./begin-turn.ts";
export { findMessages } from "./find-messages.ts";
export { keepModelContext } from "./keep-model-context.ts";
export { listNewMessages } from "./list-new-messages.ts";
export { readModelContext } from "./read-model-context.ts";
export { type RegenerateAnswer, regenerateAnswer } from "./regenerate-answer.ts";
export { type SendMessage, sendMessage } from "./send-message.ts";
