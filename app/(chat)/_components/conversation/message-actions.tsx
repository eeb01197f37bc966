import type { ReactNode } from "react";

/** The row of buttons under a message: always there under the last one, elsewhere when the pointer or the focus is on the message. Takes its height either way. Its icons, not its buttons, stand in line with the text. */
export function MessageActions({ isAlwaysVisible, isAtEnd = false, children }: ActionsProps) {
  const hidden = "opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100 coarse:opacity-100";
  return (
    <div
      className={`flex min-h-8 flex-wrap items-center ${isAtEnd ? "-me-2 justify-end coarse:-me-3.5" : "-ms-2 coarse:-ms-3.5"} ${isAlwaysVisible ? "" : hidden}`}
    >
      {children}
    </div>
  );
}

type ActionsProps = { isAlwaysVisible: boolean; isAtEnd?: boolean; children: ReactNode };
