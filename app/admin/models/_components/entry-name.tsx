import { Pencil } from "lucide-react";
import type { ReactNode } from "react";

type EntryNameProps = { name: string; detail: ReactNode; editLabel: string; onEdit: () => void };

/** An entry's name, which opens it, with what it is called elsewhere below. */
export function EntryName({ name, detail, editLabel, onEdit }: EntryNameProps) {
  return (
    <button
      type="button"
      onClick={onEdit}
      aria-label={editLabel}
      className="group -ms-2 flex min-h-10 min-w-0 flex-col justify-center rounded-sm px-2 py-1 text-start hover:bg-hover coarse:min-h-11"
    >
      <span className="flex w-full items-center gap-1.5 text-ui font-medium">
        <span className="truncate">{name}</span>
        <Pencil
          size={13}
          aria-hidden
          className="shrink-0 text-ink-faint opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 coarse:opacity-100"
        />
      </span>
      <span className="w-full text-sm break-words text-ink-soft">{detail}</span>
    </button>
  );
}
