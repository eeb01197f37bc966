"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { useConnectionStatus } from "../../_hooks/use-connection-status.ts";
import { describeMessageError } from "../../_lib/describe-message-error.ts";
import type { SendBlock } from "../../_lib/find-send-block.ts";
import { useConversationState } from "../conversation/conversation-context.tsx";

/** Says calmly, over the composer, what the person could not know: why a text came back, cannot be sent, or has to wait. */
export function ComposerNote({ block }: { block: SendBlock | null }) {
  const text = useText();
  const status = useConnectionStatus();
  const refusal = useConversationState((state) => state.refusal);
  const isOutdated = status === "outdated";
  const find = (): string => {
    if (refusal) return `${text("chat.notSent")} ${describeMessageError(refusal, text)}`;
    if (isOutdated) return text("composer.outdated");
    if (status === "offline") return text(navigator.onLine ? "composer.unreachable" : "composer.offline");
    return block === "too-long" ? text("composer.block.too-long") : "";
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 px-2 text-sm text-ink-soft">
      <output className="block pb-1.5 empty:hidden">{find()}</output>
      {isOutdated ? (
        <span className="pb-1.5">
          <Button onClick={() => window.location.reload()}>{text("composer.reload")}</Button>
        </span>
      ) : null}
    </div>
  );
}
