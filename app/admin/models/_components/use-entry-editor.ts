"use client";

import { useState } from "react";
import type { CatalogueView } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import type { CatalogueEntries, EntryKind } from "../_lib/catalogue-entry.ts";
import { dropEntry } from "../_lib/drop-entry.ts";
import type { Faults, Parsed } from "../_lib/faults.ts";
import { putEntry } from "../_lib/put-entry.ts";
import { useKeepDocument } from "./use-keep-document.ts";

type EditorOptions<Kind extends EntryKind, Draft> = {
  kind: Kind;
  /** Null: a new one. */
  id: string | null;
  view: CatalogueView;
  /** The entry as it stands in a catalogue, to be typed over. */
  read: (view: CatalogueView) => Draft;
  parse: (draft: Draft, view: CatalogueView) => Parsed<CatalogueEntries[Kind]>;
  onDone: () => void;
};

const NO_FAULTS: Faults = {};

/**
 * Editing one entry of the catalogue. What was typed stays until it is saved or given up, also where the server refuses
 * it or somebody else was faster.
 */
export function useEntryEditor<Kind extends EntryKind, Draft>(options: EditorOptions<Kind, Draft>) {
  const { kind, id, view, read, parse, onDone } = options;
  const text = useText();
  const keeping = useKeepDocument({ view, kind, id, onDone });
  const { base, keep } = keeping;
  const [start, setStart] = useState(() => read(view));
  const [draft, setDraft] = useState(start);
  const [wasTried, setWasTried] = useState(false);
  const faults = wasTried ? (parse(draft, base).faults ?? NO_FAULTS) : NO_FAULTS;
  return {
    draft,
    isBusy: keeping.isBusy,
    theirs: keeping.theirs,
    failure: keeping.failure,
    isDirty: JSON.stringify(draft) !== JSON.stringify(start),
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    /** The sentence about a field, by its path; null where it is right, or was not tried yet. */
    faultOf: (path: string) => (faults[path] ? text(faults[path]) : null),
    /** Saves what was typed; false where something is wrong with it, which is then said at the field. */
    submit: () => {
      const { entry } = parse(draft, base);
      setWasTried(true);
      if (entry) void keep(putEntry(base.document, kind, entry), id === null ? "added" : "changed", nameOf(entry));
      return entry !== null;
    },
    remove: (name: string) => id !== null && void keep(dropEntry(base.document, kind, id), "removed", name),
    takeTheirs: () => {
      setStart(read(base));
      setDraft(read(base));
      keeping.forgetConflict();
    },
  };
}

function nameOf(entry: CatalogueEntries[EntryKind]): string {
  return "label" in entry ? entry.label : entry.modelName;
}
