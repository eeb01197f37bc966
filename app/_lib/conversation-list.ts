import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { ConversationSummary } from "#contracts/conversation.ts";

/** How many conversations the sidebar asks for at once. */
export const CONVERSATIONS_PER_PAGE = 40;

type Page = { items: ConversationSummary[]; nextCursor: string | null };
type ConversationPages = InfiniteData<Page, string | null>;

/** Every cached list of conversations, whatever its input. The shape is tRPC's own: path, then input and type. */
const LISTS = { queryKey: [["conversations", "list"]] };

/** Puts a conversation, new or changed, in its place in the sidebar's list. Safe to repeat. */
export function applyConversationPut(queryClient: QueryClient, conversation: ConversationSummary): void {
  queryClient.setQueriesData<ConversationPages>(LISTS, (pages) => pages && putConversation(pages, conversation));
  queryClient.setQueryData([["conversations", "get"], { input: { id: conversation.id }, type: "query" }], conversation);
}

/** Takes a conversation off the sidebar's list. Safe to repeat. */
export function applyConversationDelete(queryClient: QueryClient, conversationId: string): void {
  queryClient.setQueriesData<ConversationPages>(LISTS, (pages) => pages && dropConversation(pages, conversationId));
}

/** Asks the server for the list again: after time without a connection, what was missed is unknown. */
export function refreshConversations(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries(LISTS);
}

/**
 * The pages with `conversation` where its time puts it, newest first, and nowhere else. One that is
 * older than all that is loaded stays out while there is more to load: it comes with its page.
 */
export function putConversation(data: ConversationPages, conversation: ConversationSummary): ConversationPages {
  const { pages, pageParams } = dropConversation(data, conversation.id);
  const isNewer = (other: ConversationSummary) => other.updatedAt < conversation.updatedAt;
  const found = pages.findIndex((page) => page.items.some(isNewer));
  const last = pages.length - 1;
  if (found < 0 && pages[last]?.nextCursor !== null) return { pages, pageParams };
  const target = found < 0 ? last : found;
  return {
    pageParams,
    pages: pages.map((page, index) => (index === target ? { ...page, items: insert(page.items) } : page)),
  };

  function insert(items: ConversationSummary[]): ConversationSummary[] {
    const place = items.findIndex(isNewer);
    return place < 0 ? [...items, conversation] : items.toSpliced(place, 0, conversation);
  }
}

/** The pages without that conversation. */
export function dropConversation(data: ConversationPages, conversationId: string): ConversationPages {
  const pages = data.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== conversationId) }));
  return { ...data, pages };
}
