"use client";

import { Pencil, X } from "lucide-react";
import { useRef } from "react";
import { flushSync } from "react-dom";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { findQueuePlace } from "../../_lib/conversation/find-queue-place.ts";
import type { OutboxItem } from "../../_lib/outbox/outbox-item.ts";
import { useConversation, useConversationState } from "../conversation/conversation-context.tsx";

/** `onEdit` takes the words of one that leaves the queue for the composer; `onLeave` the focus of a button that is gone. */
type QueueProps = { onEdit: (words: string) => void; onLeave: () => void };

/** What waits for the end of an answer, where there is something, a line each: to be edited or removed before it is sent. */
export function QueuedMessages(props: QueueProps) {
  const isEmpty = useConversationState((state) => state.queue.length === 0);
  // Not fetched when it is needed, as popups are: then there may be no network.
  return isEmpty ? null : <Queue {...props} />;
}

function Queue({ onEdit, onLeave }: QueueProps) {
  const text = useText();
  const { queue: waiting } = useConversation();
  const queue = useConversationState((state) => state.queue);
  const isHeld = useConversationState((state) => findQueuePlace(state)?.state === "held");
  const list = useRef<HTMLUListElement>(null);
  const edit = (item: OutboxItem): void => {
    onEdit(item.text);
    waiting.drop(item.messageId);
  };
  const drop = (item: OutboxItem, place: number): void => {
    flushSync(() => waiting.drop(item.messageId));
    const rows = list.current?.children;
    const next = rows?.[Math.min(place, rows.length - 1)]?.querySelector<HTMLElement>("button:last-child");
    if (next) next.focus();
    else onLeave();
  };
  const sendNow = (): void => {
    waiting.sendNow();
    onLeave();
  };
  return (
    <section aria-label={text("composer.queue")} className="mb-2 rounded-lg border border-line px-1 py-1">
      <div className="flex min-h-10.5 items-center gap-3 py-1 ps-3 pe-1 coarse:min-h-13.5">
        <output className="min-w-0 flex-1 text-sm text-ink-soft">
          {text(isHeld ? "composer.queueHeld" : "composer.queueWaits")}
        </output>
        {isHeld ? <Button onClick={sendNow}>{text("composer.queueSend")}</Button> : null}
      </div>
      <ul ref={list} className="max-h-[min(10rem,25dvh)] overflow-y-auto">
        {queue.map((item, place) => (
          <QueuedMessage
            key={item.messageId}
            words={item.text}
            onEdit={() => edit(item)}
            onDrop={() => drop(item, place)}
          />
        ))}
      </ul>
    </section>
  );
}

function QueuedMessage({ words, onEdit, onDrop }: { words: string; onEdit: () => void; onDrop: () => void }) {
  const text = useText();
  return (
    <li className="flex items-center ps-3">
      <p dir="auto" className="min-w-0 flex-1 truncate text-ui">
        {words}
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
