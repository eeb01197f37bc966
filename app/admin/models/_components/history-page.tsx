"use client";

import { useQuery } from "@tanstack/react-query";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { Button } from "#app/_ui/button.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { QueryGate } from "#app/_ui/query-gate.tsx";
import { RevisionRow } from "./revision-row.tsx";

const PAGE_SIZE = 20;

type HistoryPageProps = {
  /** Only what is older than this revision; null: from the newest on. */
  before: number | null;
  newest: number;
  isBusy: boolean;
  onGoBack: (revision: number) => void;
  /** Asks for what is older than a revision; null where that was asked already. */
  onOlder: ((last: number) => void) | null;
};

/** Some of the changes, one below the other. */
export function HistoryPage({ before, newest, isBusy, onGoBack, onOlder }: HistoryPageProps) {
  const text = useText();
  const trpc = useTRPC();
  const revisions = useQuery(trpc.catalogue.revisions.queryOptions({ before, limit: PAGE_SIZE }, { staleTime: 0 }));
  return (
    <QueryGate query={revisions} failure={text("admin.models.historyFailed")}>
      {(list) => {
        const last = list.at(-1);
        if (!last) {
          return before === null ? (
            <EmptyState title={text("admin.models.historyEmpty")}>{text("admin.models.historyEmptyBody")}</EmptyState>
          ) : null;
        }
        return (
          <>
            <ol className="flex flex-col [&>*]:border-b [&>*]:border-line">
              {list.map((revision, index) => (
                <RevisionRow
                  key={revision.id}
                  revision={revision}
                  isNewest={revision.id === newest}
                  isBusy={isBusy}
                  // Undoing the newest makes true what was before it.
                  onGoBack={() => onGoBack(revision.id === newest ? (list[index + 1]?.id ?? 0) : revision.id)}
                />
              ))}
            </ol>
            {onOlder && list.length === PAGE_SIZE ? (
              <div className="pt-4">
                <Button onClick={() => onOlder(last.id)}>{text("admin.models.older")}</Button>
              </div>
            ) : null}
          </>
        );
      }}
    </QueryGate>
  );
}
