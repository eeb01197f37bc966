"use client";

import { lazy, Suspense } from "react";
import type { QueueProps } from "./queued-messages.tsx";
import { useConversationState } from "../conversation/conversation-context.tsx";

const QueuedMessages = lazy(async () => ({ default: (await import("./queued-messages.tsx")).QueuedMessages }));

/** What waits for the end of an answer, where there is something; most people never fetch how it is drawn. */
export function LazyQueue(props: QueueProps) {
  const isEmpty = useConversationState((state) => state.queue.length === 0);
  if (isEmpty) return null;
  return (
    <Suspense fallback={null}>
      <QueuedMessages {...props} />
    </Suspense>
  );
}
