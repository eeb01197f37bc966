"use client";

import { useId, type HTMLInputAutoCompleteAttribute, type ReactNode, type Ref } from "react";
import { FieldFrame } from "./field-frame.tsx";
import { fieldLook } from "./field-look.ts";

type TextFieldProps = {
  label: string;
  name?: string;
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "email" | "password" | "url";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  placeholder?: string;
  /** One line under the field that helps to fill it. */
  hint?: string;
  /** What is wrong with it, and what to do. */
  error?: string | null;
  isRequired?: boolean;
  maxLength?: number;
  /** Stands inside the field at its end: a button that shows the password. */
  end?: ReactNode;
  ref?: Ref<HTMLInputElement>;
};

/** A line of text with its label, hint and error. */
export function TextField(props: TextFieldProps) {
  const { label, name, value, onChange, type = "text", autoComplete, placeholder, hint, error, end, ref } = props;
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div className="relative">
        <input
          ref={ref}
          id={id}
          name={name}
          type={type}
          value={value}
          required={props.isRequired}
          maxLength={props.maxLength}
          autoComplete={autoComplete}
          placeholder={placeholder}
          autoCapitalize={type === "text" ? undefined : "none"}
          spellCheck={type === "text" ? undefined : false}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => onChange(event.target.value)}
          className={`${fieldLook} h-9 coarse:h-11 ${end ? "pe-11" : ""}`}
        />
        {end ? <div className="absolute inset-y-0 end-0.5 flex items-center">{end}</div> : null}
      </div>
    </FieldFrame>
  );
}
