import { Search } from "lucide-react";
import { fieldLook } from "#app/_ui/field-look.ts";

type SearchFieldProps = { label: string; value: string; onChange: (value: string) => void };

/** A line of text that narrows what stands below it; its label is inside. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <div className="relative w-full @2xl:w-64">
      <Search
        size={15}
        aria-hidden
        className="pointer-events-none absolute inset-y-0 start-2.5 my-auto text-ink-faint"
      />
      <input
        type="search"
        value={value}
        aria-label={label}
        placeholder={label}
        onChange={(event) => onChange(event.target.value)}
        className={`${fieldLook} h-8 ps-8 coarse:h-11`}
      />
    </div>
  );
}
