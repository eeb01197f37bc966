"use client";

import { Pencil, X } from "lucide-react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import type { ConversationState } from "../../_lib/conversation/conversation-state.ts";
import type { OutboxItem } from "../../_lib/outbox/outbox-item.ts";
import { useConversation, useConversationState } from "../conversation/conversation-context.tsx";

/** What waits for the end of an answer, a line each: to be edited or removed before it is sent. */
export function QueuedMessages({ onEdit }: { onEdit: (words: string) => void }) {
  const text = useText();
  const conversation = useConversation();
  const queue = useConversationState((state) => state.queue);
  const isHeld = useConversationState(isQueueHeld);
  return (
    <section aria-label={text("composer.queue")} className="mb-2 rounded-lg border border-line px-1 py-1">
      <div className="flex min-h-8 items-center gap-3 py-1 ps-3 pe-1 coarse:min-h-11">
        <output className="min-w-0 flex-1 text-sm text-ink-soft">
          {text(isHeld ? "composer.queueHeld" : "composer.queueWaits")}
        </output>
        {isHeld ? <Button onClick={() => conversation.queue.sendNow()}>{text("composer.queueSend")}</Button> : null}
      </div>
      <ul className="max-h-40 overflow-y-auto">
        {queue.map((item) => (
          <QueuedMessage
            key={item.messageId}
            item={item}
            onEdit={() => {
              onEdit(item.text);
              conversation.queue.drop(item.messageId);
            }}
            onDrop={() => conversation.queue.drop(item.messageId)}
          />
        ))}
      </ul>
    </section>
  );
}

function QueuedMessage({ item, onEdit, onDrop }: { item: OutboxItem; onEdit: () => void; onDrop: () => void }) {
  const text = useText();
  return (
    <li className="flex items-center ps-3">
      <p dir="auto" className="min-w-0 flex-1 truncate text-ui">
        {item.text}
      </p>
      <IconButton label={text("composer.queueEdit")} onClick={onEdit}>
        <Pencil size={16} aria-hidden />
      </IconButton>
      <IconButton label={text("composer.queueDrop")} onClick={onDrop}>
        <X size={16} aria-hidden />
      </IconButton>
    </li>
  );
}

/** The answer above the first one is not being written and did not end whole: the person decides. */
function isQueueHeld({ queue, messages }: ConversationState): boolean {
  const parentId = queue[0]?.parentId;
  return !parentId || messages[parentId]?.status !== "running";
}
