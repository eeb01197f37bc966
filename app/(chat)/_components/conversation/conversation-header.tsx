"use client";

import { useState } from "react";
import type { ConversationSummary } from "#contracts/conversation.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { RenameField } from "../sidebar/rename-field.tsx";
import { SidebarToggle } from "../sidebar/sidebar-toggle.tsx";
import { useConversationActions } from "../sidebar/use-conversation-actions.ts";

type HeaderProps = {
  summary: ConversationSummary | null;
  /** Text runs under it: a line says where it ends. */
  isOverText: boolean;
};

/** The head of the page: the way to the sidebar, and the title, which a press makes a field. */
export function ConversationHeader({ summary, isOverText }: HeaderProps) {
  return (
    <header
      className={`flex h-header shrink-0 items-center gap-1 border-b px-2 sm:px-3 ${isOverText ? "border-line" : "border-transparent"}`}
    >
      <SidebarToggle />
      {summary ? <EditableTitle summary={summary} /> : null}
    </header>
  );
}

function EditableTitle({ summary }: { summary: ConversationSummary }) {
  const text = useText();
  const [isRenaming, setIsRenaming] = useState(false);
  const { rename } = useConversationActions(summary);
  if (isRenaming) {
    const onEnd = (wanted: string | null) => {
      setIsRenaming(false);
      if (wanted !== null) rename(wanted);
    };
    return (
      <div className="w-full max-w-md">
        <RenameField title={summary.title} onEnd={onEnd} />
      </div>
    );
  }
  return (
    <h1 className="min-w-0">
      <button
        type="button"
        dir="auto"
        data-tooltip={text("chat.rename")}
        onClick={() => setIsRenaming(true)}
        className="block min-h-8 max-w-full truncate rounded-sm px-2 text-ui font-medium text-ink hover:bg-hover coarse:min-h-11"
      >
        {summary.title}
      </button>
    </h1>
  );
}
