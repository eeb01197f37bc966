"use client";

import { useQueryClient } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import type { ConversationSummary } from "#contracts/conversation.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { applyConversationDelete, applyConversationPut } from "#app/_lib/conversation-list.ts";
import { describeError } from "#app/_lib/describe-error.ts";
import { useTRPCClient } from "#app/_lib/trpc-client.ts";
import { showToast } from "#app/_ui/show-toast.ts";
import { noteDeletedHere } from "../../_lib/deleted-here.ts";

/**
 * Renames and deletes at once on the page; what the server refuses is put back and said. The calls
 * are plain promises, because the row that started one may be gone before it ends.
 */
export function useConversationActions(conversation: ConversationSummary) {
  const text = useText();
  const client = useTRPCClient();
  const router = useRouter();
  const pathname = usePathname();
  const queryClient = useQueryClient();
  const { id, title } = conversation;
  const put = (changed: ConversationSummary) => applyConversationPut(queryClient, changed);
  const tell = (error: unknown) => showToast({ text: describeError(error, text), tone: "danger" });

  const rename = (wanted: string) => {
    const newTitle = wanted.replaceAll(/\s+/g, " ").trim();
    if (!newTitle || newTitle === title) return;
    put({ ...conversation, title: newTitle });
    client.conversations.rename.mutate({ id, title: newTitle }).catch((error: unknown) => {
      put(conversation);
      tell(error);
    });
  };

  const remove = () => {
    const wasOpen = pathname === `/c/${id}`;
    const undo = () => restore(wasOpen);
    noteDeletedHere(id);
    applyConversationDelete(queryClient, id);
    if (wasOpen) router.push("/");
    client.conversations.delete
      .mutate({ id })
      .then(() =>
        showToast({ text: text("sidebar.deleted", { title }), action: { label: text("common.undo"), onSelect: undo } }),
      )
      .catch((error: unknown) => {
        put(conversation);
        tell(error);
      });
  };

  const restore = (wasOpen: boolean) => {
    client.conversations.restore
      .mutate({ id })
      .then((restored) => {
        put(restored);
        if (wasOpen) router.push(`/c/${id}`);
      })
      .catch(tell);
  };

  return { rename, remove };
}
