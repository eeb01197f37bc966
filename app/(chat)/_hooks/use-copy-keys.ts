"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { useShortcut } from "#app/_lib/use-shortcut.ts";
import { copyText } from "#app/_markdown/copy-text.ts";
import { showToast } from "#app/_ui/show-toast.ts";
import type { ConversationStore } from "../_lib/conversation/conversation-store.ts";
import { currentBranch } from "../_lib/conversation/current-branch.ts";
import { lastCodeBlock } from "../_lib/last-code-block.ts";
import { messageText } from "../_lib/message-text.ts";

/** Keys that copy the last answer, or the last code block of it, and say so. */
export function useCopyKeys(conversation: ConversationStore): void {
  const text = useText();
  const copy = (found: string | null | undefined): void | false => {
    if (!found) return false;
    void copyText(found).then((isCopied) => isCopied && showToast({ text: text("common.copied") }));
  };
  const lastAnswer = (): string | undefined => {
    const answer = currentBranch(conversation.state.getState()).findLast((message) => message.role === "assistant");
    return answer && messageText(answer);
  };
  useShortcut("copyAnswer", () => copy(lastAnswer()));
  useShortcut("copyCode", () => copy(lastCodeBlock(lastAnswer() ?? "")));
}
