import type { ReactNode } from "react";

/** The title of an entry page, and a sentence under it where one is needed. */
export function EntryHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      <h1 className="text-xl font-semibold tracking-[-0.015em]">{title}</h1>
      {children ? <p className="text-ui text-ink-soft">{children}</p> : null}
    </div>
  );
}
