"use client";

import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import type { CatalogueRevision } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { DifferenceList } from "./difference-list.tsx";

type RevisionRowProps = {
  revision: CatalogueRevision;
  isNewest: boolean;
  isBusy: boolean;
  onGoBack: () => void;
};

/** One change: what, who, when; open, every field that it changed. It can be undone, or gone back to. */
export function RevisionRow({ revision, isNewest, isBusy, onGoBack }: RevisionRowProps) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const detailsId = useId();
  const { id, summary, madeAt, madeBy, differences } = revision;
  return (
    <li className="flex flex-col gap-3 py-3">
      <div className="flex items-start justify-between gap-4">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => setIsOpen(!isOpen)}
          className="-ms-2 flex min-h-10 min-w-0 flex-1 flex-col justify-center rounded-sm px-2 py-1 text-start hover:bg-hover coarse:min-h-11"
        >
          <span className="flex items-center gap-1 text-ui font-medium">
            {summary}
            <ChevronRight
              size={14}
              aria-hidden
              className={`shrink-0 text-ink-faint transition-transform duration-100 rtl:-scale-x-100 ${isOpen ? "rotate-90" : ""}`}
            />
          </span>
          <span className="text-sm text-ink-soft">
            {madeBy?.name ?? madeBy?.email ?? text("admin.models.madeByNobody")} ·{" "}
            <Moment at={madeAt} look="relative" />
            <span className="text-ink-faint">
              {" "}
              · {text("admin.models.revision", { id })} · {text.plural("admin.models.differences", differences.length)}
            </span>
          </span>
        </button>
        <Button isBusy={isBusy} onClick={onGoBack}>
          {text(isNewest ? "common.undo" : "admin.models.goBack")}
        </Button>
      </div>
      <div id={detailsId} hidden={!isOpen}>
        {isOpen ? <DifferenceList differences={differences} /> : null}
      </div>
    </li>
  );
}
