import type { ReactNode } from "react";
import { CircleAlert } from "lucide-react";

/** What went wrong, where it happened, in one sentence, with the button that repairs it. */
export function InlineError({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-sm bg-danger-soft px-3 py-2 text-ui text-danger"
    >
      <CircleAlert size={16} aria-hidden className="shrink-0" />
      <p className="min-w-[min(100%,13rem)] flex-1">{children}</p>
      {action}
    </div>
  );
}
