"use client";

import { useState } from "react";
import type { CatalogueView } from "#contracts/catalogue.ts";
import { useChangeCatalogue } from "./use-change-catalogue.ts";
import { HistoryPage } from "./history-page.tsx";

/** Every change of the catalogue, the newest first; older ones are fetched on request. */
export function History({ view }: { view: CatalogueView }) {
  const { undo, isBusy } = useChangeCatalogue();
  // Each page begins before the last revision of the one above it.
  const [starts, setStarts] = useState<readonly (number | null)[]>([null]);
  return (
    <div className="flex flex-col">
      {starts.map((before, index) => (
        <HistoryPage
          key={before ?? "newest"}
          before={before}
          newest={view.revision}
          isBusy={isBusy}
          onGoBack={(revision) => undo({ baseRevision: view.revision, revision })}
          onOlder={index === starts.length - 1 ? (last) => setStarts([...starts, last]) : null}
        />
      ))}
    </div>
  );
}
