export { getConversation } from "./get-conversation.ts";
export { publishConversation } from "./publish-conversation.ts";
export { setModelTitle } from "./set-model-title.ts";
export { titleFromText } from "./title-from-text.ts";
