import type { MouseEventHandler, ReactNode, Ref } from "react";

type IconButtonProps = {
  /** What it does, in words: its name for screen readers and its tooltip. */
  label: string;
  /** An icon of 16 or 18 px. */
  children: ReactNode;
  /** The keys that do the same: "Ctrl B". */
  shortcut?: string;
  tone?: "quiet" | "primary";
  isDisabled?: boolean;
  /** It can do nothing at this moment: it stays focusable, and its label says why. */
  isUnavailable?: boolean;
  isPressed?: boolean;
  isExpanded?: boolean;
  popup?: "menu" | "dialog" | "listbox";
  onClick?: MouseEventHandler<HTMLButtonElement>;
  /** The pointer or the focus is on it: what it opens can be fetched now. */
  onIntent?: () => void;
  ref?: Ref<HTMLButtonElement>;
};

const TONES = {
  quiet: "text-ink-soft hover:not-disabled:bg-hover hover:not-disabled:text-ink aria-expanded:bg-hover",
  primary: "bg-accent text-on-accent hover:not-disabled:bg-accent-strong",
};

/** A square button with an icon and a tooltip: 32 px with a mouse, 44 px under a finger. */
export function IconButton(props: IconButtonProps) {
  const { label, children, shortcut, tone = "quiet", isDisabled, isPressed, isExpanded, popup, onIntent, ref } = props;
  return (
    <button
      ref={ref}
      type="button"
      aria-label={label}
      data-tooltip={label}
      data-tooltip-keys={shortcut}
      disabled={isDisabled}
      aria-disabled={props.isUnavailable || undefined}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      aria-haspopup={popup}
      onClick={props.isUnavailable ? undefined : props.onClick}
      onPointerEnter={onIntent}
      onFocus={onIntent}
      className={`inline-flex size-8 shrink-0 items-center justify-center rounded-sm transition-colors duration-100 disabled:opacity-40 aria-disabled:opacity-40 coarse:size-11 ${TONES[tone]}`}
    >
      {children}
    </button>
  );
}
