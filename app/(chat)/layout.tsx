import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { CONVERSATIONS_PER_PAGE } from "#app/_lib/conversation-list.ts";
import { formatDay } from "#app/_lib/format-day.ts";
import { TIME_ZONE_COOKIE } from "#app/_lib/time-zone-cookie.ts";
import { Hydrate } from "#app/_server/hydrate.tsx";
import { requireActor } from "#app/_server/require-actor.ts";
import { getQueryClient, serverTrpc } from "#app/_server/server-trpc.ts";
import { ChatFrame } from "./_components/chat-frame.tsx";
import { SIDEBAR_COOKIE } from "./_components/sidebar/sidebar-cookie.ts";

/** Changes of the account are asked for from so much before the page was read: its machine's clock may go ahead of the database's. */
const CLOCKS_APART_MS = 5_000;

/** Sidebar and page. What the sidebar shows first is read here, so that it paints with the document. */
export default async function ChatLayout({ children }: { children: ReactNode }) {
  const { userId } = await requireActor();
  const renderedAt = new Date(Date.now() - CLOCKS_APART_MS).toISOString();
  const queryClient = getQueryClient();
  const [jar] = await Promise.all([
    cookies(),
    queryClient.prefetchInfiniteQuery(
      serverTrpc.conversations.list.infiniteQueryOptions(
        { limit: CONVERSATIONS_PER_PAGE },
        { getNextPageParam: (page) => page.nextCursor },
      ),
    ),
    queryClient.prefetchQuery(serverTrpc.accounts.me.queryOptions()),
    queryClient.prefetchQuery(serverTrpc.settings.get.queryOptions()),
  ]);
  const timeZone = jar.get(TIME_ZONE_COOKIE)?.value ?? "UTC";
  const assumedDay = { timeZone, today: formatDay(new Date(), timeZone) };
  return (
    <Hydrate>
      <ChatFrame
        accountId={userId}
        renderedAt={renderedAt}
        isSidebarOpen={jar.get(SIDEBAR_COOKIE)?.value !== "closed"}
        assumedDay={assumedDay}
      >
        {children}
      </ChatFrame>
    </Hydrate>
  );
}
