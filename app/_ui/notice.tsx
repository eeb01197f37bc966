import type { ReactNode } from "react";

/** A page that is only a few words: what happened, and where to go from here. */
export function Notice({ title, children, action }: { title: string; children: ReactNode; action: ReactNode }) {
  return (
    <div className="flex min-h-[70dvh] flex-1 flex-col justify-center px-5">
      <div className="mx-auto flex w-full max-w-112 flex-col gap-5">
        <div className="flex flex-col gap-2">
          <h1 className="text-xl font-semibold tracking-[-0.015em]">{title}</h1>
          <p className="text-ui text-ink-soft">{children}</p>
        </div>
        <div className="flex flex-wrap gap-2">{action}</div>
      </div>
    </div>
  );
}
