"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { formatKeys } from "#app/_lib/format-keys.ts";
import { SHORTCUTS } from "#app/_lib/shortcuts.ts";
import { useModifierKey } from "#app/_lib/use-modifier-key.ts";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Keys } from "#app/_ui/keys.tsx";

/** All shortcuts and what they do. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const text = useText();
  const modifier = useModifierKey();
  return (
    <Dialog title={text("palette.shortcuts")} onClose={onClose}>
      <dl className="overflow-y-auto px-5 pt-1 pb-4">
        {Object.values(SHORTCUTS).map(({ keys, textKey }) => (
          <div
            key={keys}
            className="flex min-h-10 items-center justify-between gap-4 border-line text-ui not-last:border-b"
          >
            <dt className="text-ink">{text(textKey)}</dt>
            <dd>
              <Keys keys={formatKeys(keys, modifier)} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
