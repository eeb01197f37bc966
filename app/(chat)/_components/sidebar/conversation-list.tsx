"use client";

import { usePathname } from "next/navigation";
import { useMemo } from "react";
import type { Text } from "#app/_i18n/create-text.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useLocalDay, type LocalDay } from "#app/_lib/use-local-day.ts";
import { Button } from "#app/_ui/button.tsx";
import { InlineError } from "#app/_ui/inline-error.tsx";
import { Skeleton } from "#app/_ui/skeleton.tsx";
import { ConversationItem } from "./conversation-item.tsx";
import type { DateGroupName } from "./group-by-date.ts";
import { LoadMore } from "./load-more.tsx";
import { useSidebar } from "./sidebar-context.tsx";
import { useRunningFavicon } from "./use-running-favicon.ts";
import { useSidebarData } from "./use-sidebar-data.ts";

/** The conversations by date; earlier ones come as one scrolls. */
export function ConversationList({ assumedDay }: { assumedDay: LocalDay }) {
  const text = useText();
  const pathname = usePathname();
  const { closeSheet } = useSidebar();
  const data = useSidebarData(useLocalDay(assumedDay));
  useRunningFavicon(data.groups.some(({ items }) => items.some(({ isRunning }) => isRunning)));
  const months = useMemo(
    () => new Intl.DateTimeFormat(text.language, { year: "numeric", month: "long", timeZone: "UTC" }),
    [text.language],
  );
  if (data.isPending) return <Skeleton lines={8} label={text("common.loading")} />;
  if (data.isError && data.groups.length === 0) {
    return (
      <InlineError action={<Button onClick={() => void data.refetch()}>{text("common.tryAgain")}</Button>}>
        {text("sidebar.loadFailed")}
      </InlineError>
    );
  }
  if (data.groups.length === 0) return <p className="px-2.5 py-2 text-sm text-ink-faint">{text("sidebar.empty")}</p>;
  return (
    <div className="flex flex-col gap-4">
      {data.groups.map(({ name, items }) => (
        <section key={name} aria-labelledby={`group-${name}`}>
          <h2 id={`group-${name}`} className="px-2.5 pb-1 text-xs font-medium text-ink-faint">
            {nameOf(name, text, months)}
          </h2>
          <ul className="flex flex-col gap-px">
            {items.map((conversation) => (
              <ConversationItem
                key={conversation.id}
                conversation={conversation}
                isCurrent={pathname === `/c/${conversation.id}`}
                onOpen={closeSheet}
              />
            ))}
          </ul>
        </section>
      ))}
      {data.hasNextPage ? (
        <LoadMore
          isLoading={data.isFetchingNextPage}
          hasFailed={data.isError}
          onReach={() => void data.fetchNextPage()}
        />
      ) : null}
    </div>
  );
}

function nameOf(name: DateGroupName, text: Text, months: Intl.DateTimeFormat): string {
  switch (name) {
    case "today":
    case "yesterday":
    case "previous7Days":
    case "previous30Days":
      return text(`sidebar.${name}`);
    default:
      return months.format(new Date(name));
  }
}
