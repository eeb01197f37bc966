import type { ReactNode } from "react";

type FieldFrameProps = {
  id: string;
  label: string;
  hint: string | undefined;
  error: string | null | undefined;
  children: ReactNode;
};

/** A label above, and below either the hint or, announced, the error. */
export function FieldFrame({ id, label, hint, error, children }: FieldFrameProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-ui font-medium text-ink">
        {label}
      </label>
      {children}
      <p
        id={`${id}-note`}
        aria-live="polite"
        className={`text-sm ${error ? "text-danger" : "text-ink-soft"} empty:hidden`}
      >
        {error ?? hint}
      </p>
    </div>
  );
}
