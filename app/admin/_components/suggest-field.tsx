"use client";

import { useId } from "react";
import { FieldFrame } from "#app/_ui/field-frame.tsx";
import { fieldLook } from "#app/_ui/field-look.ts";

type SuggestFieldProps = {
  label: string;
  value: string;
  suggestions: readonly string[];
  onChange: (value: string) => void;
  hint?: string;
  error?: string | null;
};

/** A line of text for which the browser offers what is known; anything else can be typed, too. */
export function SuggestField({ label, value, suggestions, onChange, hint, error }: SuggestFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        list={`${id}-known`}
        value={value}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
        className={`${fieldLook} h-9 coarse:h-11`}
      />
      <datalist id={`${id}-known`}>
        {suggestions.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </FieldFrame>
  );
}
