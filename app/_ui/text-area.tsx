"use client";

import { useId } from "react";
import { FieldFrame } from "./field-frame.tsx";
import { fieldLook } from "./field-look.ts";

type TextAreaProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  hint?: string;
  error?: string | null;
  maxLength?: number;
  lines?: number;
};

/** Several lines of text with label, hint and error; it grows with what is typed. */
export function TextArea({ label, value, onChange, placeholder, hint, error, maxLength, lines = 6 }: TextAreaProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        value={value}
        rows={lines}
        maxLength={maxLength}
        placeholder={placeholder}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
        className={`${fieldLook} field-sizing-content max-h-96 min-h-32 resize-y leading-relaxed`}
      />
    </FieldFrame>
  );
}
