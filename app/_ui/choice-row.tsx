"use client";

import { useId } from "react";

type ChoiceRowProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
};

/** One of a few, side by side, with the words for all of them in sight. */
export function ChoiceRow<Value extends string>({ label, value, options, onChange }: ChoiceRowProps<Value>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="float-start mb-2 w-full text-ui font-medium text-ink">{label}</legend>
      <div className="clear-both flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative inline-flex min-h-8 items-center rounded-sm border border-line bg-raised px-3 py-1 text-ui text-ink-soft transition-colors duration-100 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent coarse:min-h-11 coarse:py-2"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="absolute -inset-px size-[calc(100%+2px)] cursor-pointer appearance-none rounded-sm outline-none"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
