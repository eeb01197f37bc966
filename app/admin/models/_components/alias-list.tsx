"use client";

import { useState } from "react";
import type { CatalogueView } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { findEntries } from "../_lib/find-entries.ts";
import { AliasDialog } from "./alias-dialog.tsx";
import { EntryName } from "./entry-name.tsx";
import { ListHead } from "./list-head.tsx";

/** Every name that stands for the first usable of several models, and which one that is now. */
export function AliasList({ view }: { view: CatalogueView }) {
  const text = useText();
  const [wanted, setWanted] = useState("");
  const [editing, setEditing] = useState<{ id: string | null } | null>(null);
  const labels = new Map([...view.models, ...view.aliases].map(({ id, label }) => [id, label]));
  const nameOf = (id: string) => labels.get(id) ?? id;
  const shown = findEntries(view.aliases, wanted, ({ label, id, modelIds }) => [label, id, ...modelIds]);
  return (
    <section className="flex flex-col gap-3">
      <ListHead
        findLabel={text("admin.models.findAlias")}
        wanted={wanted}
        onFind={setWanted}
        addLabel={text("admin.models.addAlias")}
        onAdd={() => setEditing({ id: null })}
      />
      {shown.length === 0 ? <p className="py-6 text-ui text-ink-soft">{text("admin.nothingFound")}</p> : null}
      <ul className="flex flex-col [&>*+*]:border-t [&>*+*]:border-line">
        {shown.map((alias) => (
          <li
            key={alias.id}
            className="grid items-start gap-x-6 gap-y-1 py-3 text-sm @2xl:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
          >
            <EntryName
              name={alias.label}
              detail={
                <>
                  <span className="font-mono text-xs">{alias.id}</span>
                  {alias.origin === "document" ? (
                    <span className="text-ink-faint"> · {text("admin.models.changedHere")}</span>
                  ) : null}
                </>
              }
              editLabel={text("admin.models.edit", { name: alias.label })}
              onEdit={() => setEditing({ id: alias.id })}
            />
            <div className="@2xl:py-1">
              <p className={alias.answersNow === null ? "text-warning" : "text-ink"}>
                {alias.answersNow === null
                  ? text("admin.models.aliasNobody")
                  : text("admin.models.aliasNow", { name: nameOf(alias.answersNow) })}
              </p>
              <p className="text-ink-soft">{alias.modelIds.map(nameOf).join(" → ")}</p>
            </div>
          </li>
        ))}
      </ul>
      {editing ? <AliasDialog view={view} id={editing.id} onClose={() => setEditing(null)} /> : null}
    </section>
  );
}
