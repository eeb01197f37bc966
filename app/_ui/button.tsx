import type { ReactNode, Ref } from "react";
import { buttonLook, type ButtonTone } from "./button-look.ts";

type ButtonProps = {
  children: ReactNode;
  tone?: ButtonTone;
  type?: "button" | "submit";
  /** Takes the whole width of its place. */
  isWide?: boolean;
  isDisabled?: boolean;
  /** Work is under way: it stays focusable, says so, and does nothing more. */
  isBusy?: boolean;
  /** It can do nothing at this moment: it stays focusable, and says so. */
  isUnavailable?: boolean;
  onClick?: () => void;
  ref?: Ref<HTMLButtonElement>;
};

/** A button with words on it. */
export function Button(props: ButtonProps) {
  const { children, tone = "secondary", type = "button", isWide, isDisabled, isBusy = false, onClick, ref } = props;
  const isIdle = isBusy || props.isUnavailable === true;
  return (
    <button
      ref={ref}
      type={type}
      disabled={isDisabled}
      aria-disabled={isIdle || undefined}
      aria-busy={isBusy || undefined}
      className={buttonLook(tone, isWide)}
      onClick={(event) => {
        if (isIdle) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
    </button>
  );
}
