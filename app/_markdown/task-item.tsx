import { Square, SquareCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";

/** An item of a task list. The box tells; it cannot be ticked, because the answer would not remember it. */
export function TaskItem({ isChecked, children }: { isChecked: boolean; children: ReactNode }) {
  const text = useText();
  const label = text(isChecked ? "markdown.done" : "markdown.notDone");
  return (
    <li className="markdown-task">
      <span className="markdown-box" data-checked={isChecked}>
        {isChecked ? <SquareCheck aria-hidden /> : <Square aria-hidden />}
        <span className="markdown-said">{label}</span>
      </span>
      {children}
    </li>
  );
}
