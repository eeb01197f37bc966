"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { SHORTCUTS } from "#app/_lib/shortcuts.ts";
import { useKeys } from "#app/_lib/use-keys.ts";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Keys } from "#app/_ui/keys.tsx";

/** All shortcuts and what they do; what has several stands once. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const text = useText();
  const keys = useKeys();
  const byPurpose = Object.groupBy(Object.values(SHORTCUTS), ({ textKey }) => text(textKey));
  return (
    <Dialog title={text("palette.shortcuts")} onClose={onClose}>
      <dl className="overflow-y-auto px-5 pt-1 pb-4">
        {Object.entries(byPurpose).map(([purpose, shortcuts = []]) => (
          <div
            key={purpose}
            className="flex min-h-10 items-center justify-between gap-4 border-line text-ui not-last:border-b"
          >
            <dt className="text-ink">{purpose}</dt>
            <dd className="flex gap-3">
              {shortcuts.map((shortcut) => (
                <Keys key={shortcut.keys} keys={keys.format(shortcut.keys)} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
