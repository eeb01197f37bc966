type CheckFieldProps = {
  label: string;
  hint?: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
};

/** Yes or no, with its words beside it. */
export function CheckField({ label, hint, isChecked, onChange }: CheckFieldProps) {
  return (
    <label className="inline-flex min-h-8 items-center gap-2 text-ui text-ink coarse:min-h-11">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 shrink-0 accent-accent coarse:size-5"
      />
      <span className="flex flex-col">
        {label}
        {hint === undefined ? null : <span className="text-sm text-ink-soft">{hint}</span>}
      </span>
    </label>
  );
}
