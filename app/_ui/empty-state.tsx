import type { ReactNode } from "react";

/** What stands where nothing is yet: what will be here, and the first step. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-md border border-dashed border-line px-5 py-6">
      <div className="flex flex-col gap-1">
        <p className="text-ui font-medium text-ink">{title}</p>
        {children ? <p className="max-w-prose text-ui text-ink-soft">{children}</p> : null}
      </div>
      {action}
    </div>
  );
}
