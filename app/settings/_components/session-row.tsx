"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import type { RouterOutputs } from "#app/_lib/trpc-client.ts";
import { Button } from "#app/_ui/button.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { nameBrowser } from "./name-browser.ts";

type Session = RouterOutputs["accounts"]["listSessions"][number];

/** One signed-in browser: what it is, from where, since when. */
export function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const text = useText();
  return (
    <li className="flex items-center justify-between gap-4 py-3 first:pt-0">
      <div className="flex min-w-0 flex-col gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2 text-ui font-medium">
          {nameBrowser(session.userAgent) ?? text("settings.sessions.unknownBrowser")}
          {session.isCurrent ? (
            <span className="rounded-sm bg-accent-soft px-1.5 text-xs leading-5 text-accent">
              {text("settings.sessions.current")}
            </span>
          ) : null}
        </p>
        <p className="text-sm text-ink-soft">
          <Moment at={session.lastSeenAt} look="relative" />
          {session.ipAddress ? <span className="text-ink-faint"> · {withoutMapping(session.ipAddress)}</span> : null}
        </p>
      </div>
      {session.isCurrent ? null : <Button onClick={onEnd}>{text("settings.sessions.end")}</Button>}
    </li>
  );
}

/** An IPv4 address that came in over IPv6 as people know it (RFC 4291, 2.5.5.2). */
function withoutMapping(ipAddress: string): string {
  return ipAddress.replace(/^::ffff:(?=\d+\.)/i, "");
}
