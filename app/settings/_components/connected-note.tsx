"use client";

import { CircleCheck } from "lucide-react";
import type { Connection } from "#contracts/connection.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";

/** It worked: what came of it, and the step that one wanted it for. */
export function ConnectedNote({ connection }: { connection: Connection }) {
  const text = useText();
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-sm bg-success-soft px-3 py-2 text-ui text-success"
    >
      <CircleCheck size={16} aria-hidden className="shrink-0" />
      <p className="min-w-0 flex-1">
        {text("connections.connected", { name: connection.label })}{" "}
        {text.plural("connections.models", connection.modelNames.length)}.
      </p>
      <LinkButton href="/">{text("connections.startChat")}</LinkButton>
    </div>
  );
}
