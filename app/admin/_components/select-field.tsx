"use client";

import { useId } from "react";
import { FieldFrame } from "#app/_ui/field-frame.tsx";
import { fieldLook } from "#app/_ui/field-look.ts";

type SelectFieldProps<Value extends string> = {
  label: string;
  /** The label is only read out: the options say what it is. */
  isLabelHidden?: boolean;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  hint?: string;
  error?: string | null;
};

/** One of many, by the browser's own list. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, isLabelHidden = false, value, options, onChange, hint, error } = props;
  const id = useId();
  const select = (
    <select
      id={id}
      value={value}
      aria-label={isLabelHidden ? label : undefined}
      aria-invalid={error ? true : undefined}
      aria-describedby={isLabelHidden ? undefined : `${id}-note`}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
      className={`${fieldLook} ${isLabelHidden ? "h-8 w-auto" : "h-9"} coarse:h-11`}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  return isLabelHidden ? (
    select
  ) : (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {select}
    </FieldFrame>
  );
}
