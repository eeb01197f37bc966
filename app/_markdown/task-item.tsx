import type { ReactNode } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";

/** An item of a task list. The box tells; it cannot be ticked, because the answer would not remember it. */
export function TaskItem({ isChecked, children }: { isChecked: boolean; children: ReactNode }) {
  const text = useText();
  return (
    <li className="markdown-task">
      <input
        type="checkbox"
        checked={isChecked}
        disabled
        readOnly
        aria-label={text(isChecked ? "markdown.done" : "markdown.notDone")}
      />
      {children}
    </li>
  );
}
