import type { ReactNode } from "react";
import { safeAddress } from "./parse/safe-address.ts";

type SafeLinkProps = { address: string; label: string; children: ReactNode };

/**
 * A link out of an answer: it shows where it leads on hover, and beside itself where its text names another site. What
 * `safeAddress` refuses is dead text.
 */
export function SafeLink({ address, label, children }: SafeLinkProps) {
  const safe = safeAddress(address);
  if (safe === null) return <span className="markdown-dead-link">{children}</span>;
  const host = new URL(safe).host;
  const named = hostIn(label);
  return (
    <>
      <a href={safe} title={safe} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
      {named !== null && named !== host && <span className="markdown-host"> ({host})</span>}
    </>
  );
}

/** The host that a link's text claims to lead to. */
function hostIn(label: string): string | null {
  const claimed = /^\s*(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[/:?#]\S*)?\s*$/u.exec(label)?.[1];
  if (claimed === undefined || !URL.canParse(`https://${claimed}`)) return null;
  return new URL(`https://${claimed}`).host;
}
