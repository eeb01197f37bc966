"use client";

import Link from "next/link";
import { memo, useState } from "react";
import type { ConversationSummary } from "#contracts/conversation.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { ConversationMenu } from "./conversation-menu.tsx";
import { RunningDot } from "./running-dot.tsx";
import { UnreadDot } from "./unread-dot.tsx";
import { RenameField } from "./rename-field.tsx";
import { useConversationActions } from "./use-conversation-actions.ts";

type ConversationItemProps = { conversation: ConversationSummary; isCurrent: boolean; onOpen: () => void };

/** One conversation of the sidebar: its title, a dot while an answer runs or is not seen yet, and its menu. */
export const ConversationItem = memo(function ConversationItem(props: ConversationItemProps) {
  const { conversation, isCurrent, onOpen } = props;
  const text = useText();
  const [isRenaming, setIsRenaming] = useState(false);
  const { rename, remove } = useConversationActions(conversation);
  const { id, title, isRunning, isUnread } = conversation;
  if (isRenaming) {
    return (
      <li>
        <RenameField
          title={title}
          onEnd={(wanted) => {
            setIsRenaming(false);
            if (wanted !== null) rename(wanted);
          }}
        />
      </li>
    );
  }
  return (
    <li
      className={`group/item relative rounded-sm transition-colors duration-100 ${isCurrent ? "bg-selected" : "hover:bg-hover has-focus-visible:bg-hover has-aria-expanded:bg-hover"}`}
    >
      <Link
        href={`/c/${id}`}
        prefetch={false}
        aria-current={isCurrent ? "page" : undefined}
        title={title}
        onClick={onOpen}
        className={`flex min-h-8 items-center gap-2 rounded-sm ps-2.5 text-ui text-ink coarse:min-h-11 coarse:pe-11 ${isCurrent ? "pe-8" : "pe-2.5 group-hover/item:pe-8 group-focus-within/item:pe-8"}`}
      >
        <span dir="auto" className="truncate">
          {title}
        </span>
        {isRunning ? <RunningDot label={text("sidebar.running")} /> : null}
        {isUnread && !isRunning && !isCurrent ? <UnreadDot label={text("sidebar.unread")} /> : null}
      </Link>
      <ConversationMenu
        title={title}
        isAlwaysShown={isCurrent}
        onRename={() => setIsRenaming(true)}
        onDelete={remove}
      />
    </li>
  );
});
