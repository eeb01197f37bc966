export { getConversation } from "./get-conversation.ts";
export { listChanges, OVERLAP_MS } from "./list-changes.ts";
export { publishConversation } from "./publish-conversation.ts";
export { purgeDeletedConversations } from "./purge-deleted-conversations.ts";
export { readConversation } from "./read-conversation.ts";
export { setModelTitle } from "./set-model-title.ts";
export { titleFromText } from "./title-from-text.ts";
