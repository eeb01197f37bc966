"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { fieldName } from "../_lib/field-name.ts";
import type { Theirs } from "./use-keep-document.ts";

type ConflictNoteProps = {
  /** The fields of this entry that somebody else changed; `elsewhere`: they changed others. */
  theirs: Theirs;
  onTakeTheirs: () => void;
};

/** Somebody else was faster: what they changed, and that nothing that was typed here is lost. */
export function ConflictNote({ theirs, onTakeTheirs }: ConflictNoteProps) {
  const text = useText();
  const isElsewhere = theirs === "elsewhere";
  const list = isElsewhere
    ? ""
    : new Intl.ListFormat(text.language, { type: "conjunction" }).format(theirs.map((name) => fieldName(name, text)));
  return (
    <div role="alert" className="flex flex-col items-start gap-2 rounded-sm bg-warning-soft px-3 py-2.5 text-ui">
      <p className="text-ink">
        {isElsewhere ? text("admin.models.conflictElsewhere") : text("admin.models.conflictHere", { list })}
      </p>
      {isElsewhere ? null : <Button onClick={onTakeTheirs}>{text("admin.models.takeTheirs")}</Button>}
    </div>
  );
}
