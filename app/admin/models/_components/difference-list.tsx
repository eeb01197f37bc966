"use client";

import type { CatalogueDifference } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { fieldName } from "../_lib/field-name.ts";
import { readValue } from "../_lib/read-value.ts";

/** What a change changed: each entry, and of it each field with what it was and what it is. */
export function DifferenceList({ differences }: { differences: readonly CatalogueDifference[] }) {
  const text = useText();
  if (differences.length === 0) return <p className="text-ui text-ink-soft">{text("admin.models.noDifference")}</p>;
  return (
    <ul className="flex flex-col gap-4 rounded-md border border-line bg-panel px-4 py-3.5 text-sm">
      {differences.map(({ kind, id, label, change, fields }) => (
        <li key={`${kind} ${id}`} className="flex flex-col gap-1.5">
          <p className="font-medium">
            {label}
            <span className="font-normal text-ink-soft"> · {text(`admin.models.${change}.${kind}`)}</span>
          </p>
          {change === "changed" ? (
            <dl className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)] gap-x-4 gap-y-1">
              {fields.map(({ name, before, after }) => (
                <div key={name} className="contents">
                  <dt className="text-ink-soft">{fieldName(name, text)}</dt>
                  <dd className="min-w-0 break-words">
                    <del className="text-ink-faint">{readValue(before, text)}</del>
                    {" → "}
                    <ins className="no-underline">{readValue(after, text)}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
