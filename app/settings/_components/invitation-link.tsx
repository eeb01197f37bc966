"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { showToast } from "#app/_ui/show-toast.ts";

/** The link of a new invitation, to be copied now. */
export function InvitationLink({ code }: { code: string }) {
  const text = useText();
  const link = `${location.origin}/sign-up?invitation=${encodeURIComponent(code)}`;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    showToast({ text: text("common.copied") });
  };
  return (
    <div className="flex w-full flex-col gap-2 rounded-sm bg-success-soft px-3 py-3">
      <p role="alert" className="text-ui text-success">
        {text("settings.invitations.ready")}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <code className="min-w-0 flex-1 font-mono text-sm break-all text-ink">{link}</code>
        <Button onClick={() => void copy()}>{text("settings.invitations.copyLink")}</Button>
      </div>
    </div>
  );
}
