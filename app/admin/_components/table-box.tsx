import type { ReactNode } from "react";

/** A table of numbers that scrolls inside its own box, by the keyboard too. Cells are set to the end, the first of a row to the start. */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // What scrolls has to be reached by the keyboard, and not every browser sees to that.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="relative max-h-[70dvh] w-full overflow-auto rounded-sm"
    >
      <table className="w-full text-sm tabular-nums [&_td]:px-2.5 [&_td]:py-2 [&_td]:text-end [&_td]:whitespace-nowrap [&_tbody_th]:py-2 [&_tbody_th]:pe-2.5 [&_tbody_th]:text-start [&_tbody_th]:font-normal [&_thead_th]:px-2.5 [&_thead_th]:py-1.5 [&_thead_th]:text-end [&_thead_th]:font-medium [&_thead_th]:whitespace-nowrap [&_thead_th]:text-ink-soft [&_thead_th:first-child]:ps-0 [&_thead_th:first-child]:text-start [&_tr+tr]:border-t [&_tr+tr]:border-line [&_tbody]:border-t [&_tbody]:border-line">
        {children}
      </table>
    </section>
  );
}
