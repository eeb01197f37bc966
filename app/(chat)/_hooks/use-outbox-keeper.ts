"use client";

import { useEffect } from "react";
import { backgroundConversation, type ConversationOwner } from "../_lib/conversation/conversation-registry.ts";
import { browserOutbox } from "../_lib/outbox/browser-outbox.ts";

/** Follows every conversation in which something waits for the end of an answer, also where it is not on the page. */
export function useOutboxKeeper(owner: ConversationOwner): void {
  useEffect(() => {
    const outbox = browserOutbox(owner.accountId);
    const followed = new Map<string, () => void>();
    const follow = (): void => {
      const queued = outbox.list().filter((item) => item.state === "queued");
      const wanted = new Set(queued.map((item) => item.conversationId));
      for (const [id, leave] of followed) {
        if (wanted.has(id)) continue;
        followed.delete(id);
        leave();
      }
      for (const id of wanted) {
        if (followed.has(id)) continue;
        // Noted first: opening one may send what waits in it, which is a change of its own.
        followed.set(id, () => undefined);
        followed.set(id, backgroundConversation(id, owner).open());
      }
    };
    follow();
    const leaveOutbox = outbox.onChange(follow);
    return () => {
      leaveOutbox();
      for (const leave of followed.values()) leave();
    };
  }, [owner]);
}
