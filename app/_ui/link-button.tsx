import Link from "next/link";
import type { ReactNode } from "react";
import { buttonLook, type ButtonTone } from "./button-look.ts";

/** A link that looks like a button, for going somewhere. */
export function LinkButton(props: { href: string; children: ReactNode; tone?: ButtonTone; isWide?: boolean }) {
  const { href, children, tone = "secondary", isWide } = props;
  return (
    <Link href={href} className={buttonLook(tone, isWide)}>
      {children}
    </Link>
  );
}
