import type { ReactNode } from "react";

/** A page of the settings: its title, what it is for, and its sections, divided by hairlines. */
export function SettingsPage({ title, body, children }: { title: string; body?: string; children: ReactNode }) {
  return (
    <article className="flex flex-col gap-8">
      <header className="flex flex-col gap-1.5">
        <h1 className="text-xl font-semibold tracking-[-0.015em]">{title}</h1>
        {body ? <p className="max-w-prose text-ui text-ink-soft">{body}</p> : null}
      </header>
      <div className="flex flex-col gap-8 [&>*+*]:border-t [&>*+*]:border-line [&>*+*]:pt-8">{children}</div>
    </article>
  );
}
