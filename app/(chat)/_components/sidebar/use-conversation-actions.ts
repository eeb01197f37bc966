"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import type { ConversationSummary } from "#contracts/conversation.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { applyConversationDelete, applyConversationPut } from "#app/_lib/conversation-list.ts";
import { describeError } from "#app/_lib/describe-error.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { showToast } from "#app/_ui/show-toast.ts";

/** Renames and deletes at once on the page; what the server refuses is put back and said. */
export function useConversationActions(conversation: ConversationSummary) {
  const text = useText();
  const trpc = useTRPC();
  const router = useRouter();
  const pathname = usePathname();
  const queryClient = useQueryClient();
  const { id, title } = conversation;
  const put = (changed: ConversationSummary) => applyConversationPut(queryClient, changed);
  const putBack = (error: unknown) => {
    put(conversation);
    showToast({ text: describeError(error, text), tone: "danger" });
  };
  const renaming = useMutation(trpc.conversations.rename.mutationOptions({ onError: putBack }));
  const restoring = useMutation(trpc.conversations.restore.mutationOptions({ onSuccess: put, onError: putBack }));
  const deleting = useMutation(trpc.conversations.delete.mutationOptions({ onError: putBack }));

  const rename = (wanted: string) => {
    const newTitle = wanted.replaceAll(/\s+/g, " ").trim();
    if (!newTitle || newTitle === title) return;
    put({ ...conversation, title: newTitle });
    renaming.mutate({ id, title: newTitle });
  };
  const remove = () => {
    const wasOpen = pathname === `/c/${id}`;
    applyConversationDelete(queryClient, id);
    if (wasOpen) router.push("/");
    const undo = () => restoring.mutate({ id }, { onSuccess: () => wasOpen && router.push(`/c/${id}`) });
    const told = { text: text("sidebar.deleted", { title }), action: { label: text("common.undo"), onSelect: undo } };
    deleting.mutate({ id }, { onSuccess: () => showToast(told) });
  };
  return { rename, remove };
}
