import type { ReactNode } from "react";

type AdminPageProps = {
  title: string;
  /** The page's question answered in words. */
  answer: ReactNode;
  /** Stands beside the title: what the whole page can do. */
  end?: ReactNode;
  children: ReactNode;
};

/** A page of administrators: its title, the answer in the first line, and what it is drawn from. */
export function AdminPage({ title, answer, end, children }: AdminPageProps) {
  return (
    <article className="@container flex flex-col gap-7">
      <header className="flex flex-col gap-2">
        <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h1 className="text-xl font-semibold tracking-[-0.015em]">{title}</h1>
          {end}
        </div>
        <p className="max-w-prose text-base text-ink">{answer}</p>
      </header>
      {children}
    </article>
  );
}
