import { ArrowDown, ArrowUp } from "lucide-react";

type SortHeaderProps = {
  label: string;
  sorted: "ascending" | "descending" | "none";
  onSort: () => void;
};

/** The head of a column by which the table can be sorted. */
export function SortHeader({ label, sorted, onSort }: SortHeaderProps) {
  const Arrow = sorted === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th scope="col" aria-sort={sorted}>
      <button
        type="button"
        onClick={onSort}
        className="inline-flex min-h-7 items-center gap-1 rounded-sm font-medium hover:text-ink coarse:min-h-11"
      >
        {label}
        {sorted === "none" ? null : <Arrow size={13} aria-hidden />}
      </button>
    </th>
  );
}
