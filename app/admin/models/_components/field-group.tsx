import type { ReactNode } from "react";

/** Fields that belong together, under a quiet heading. */
export function FieldGroup({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 border-t border-line pt-4">
      <legend className="float-start -mb-1 w-full text-ui font-semibold">{title}</legend>
      {hint === undefined ? null : <p className="clear-both text-sm text-ink-soft">{hint}</p>}
      <div className="clear-both flex flex-col gap-4">{children}</div>
    </fieldset>
  );
}
