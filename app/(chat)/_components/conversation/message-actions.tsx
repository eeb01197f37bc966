import type { ReactNode } from "react";

/** The row of buttons under a message: always there under the last one, elsewhere when the pointer or the focus is on the message. Takes its height either way. */
export function MessageActions({ isAlwaysVisible, isAtEnd = false, children }: ActionsProps) {
  const hidden = "opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100 coarse:opacity-100";
  return (
    <div
      className={`flex min-h-8 flex-wrap items-center ${isAtEnd ? "justify-end" : "-ms-2"} ${isAlwaysVisible ? "" : hidden}`}
    >
      {children}
    </div>
  );
}

type ActionsProps = { isAlwaysVisible: boolean; isAtEnd?: boolean; children: ReactNode };
