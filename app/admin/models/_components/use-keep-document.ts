"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CatalogueDocument } from "#contracts/catalogue-document.ts";
import type { CatalogueView } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeError, errorCodeOf } from "#app/_lib/describe-error.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import type { EntryKind } from "../_lib/catalogue-entry.ts";
import { findTheirs } from "../_lib/find-theirs.ts";
import { useChangeCatalogue } from "./use-change-catalogue.ts";

/** What somebody else changed meanwhile: fields of the entry in question by name, or only others. */
export type Theirs = readonly string[] | "elsewhere";
type KeepOptions = { view: CatalogueView; kind: EntryKind; id: string | null; onDone: () => void };

const NAME_LENGTH_MAX = 120;

/**
 * Saves documents that are made from `base`, which is the catalogue as it was when the editing began. Where somebody else
 * was faster nothing is saved: `base` becomes theirs, `theirs` says what they changed, and the next `keep` goes over it.
 */
export function useKeepDocument({ view, kind, id, onDone }: KeepOptions) {
  const text = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { save, isBusy } = useChangeCatalogue();
  const [base, setBase] = useState(view);
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function keep(
    document: CatalogueDocument,
    change: "added" | "changed" | "removed",
    name: string,
  ): Promise<void> {
    setFailure(null);
    try {
      const summary = text(`admin.models.summary.${change}`, { name: name.slice(0, NAME_LENGTH_MAX) });
      await save({ baseRevision: base.revision, document, summary });
      onDone();
    } catch (error) {
      if (errorCodeOf(error) === "conflict") await lookAgain();
      else setFailure(describeError(error, text));
    }
  }

  async function lookAgain(): Promise<void> {
    try {
      const newest = await queryClient.fetchQuery(trpc.catalogue.get.queryOptions(undefined, { staleTime: 0 }));
      const changed = id === null ? null : findTheirs(base.document, newest.document, { kind, id });
      setTheirs(changed ?? "elsewhere");
      setBase(newest);
    } catch (error) {
      setFailure(describeError(error, text));
    }
  }

  return { base, isBusy, theirs, failure, keep, forgetConflict: () => setTheirs(null) };
}
