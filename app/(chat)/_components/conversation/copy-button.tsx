"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { copyText } from "#app/_markdown/copy-text.ts";
import { IconButton } from "#app/_ui/icon-button.tsx";

const SAID_MS = 1_600;

/** Copies what `read` gives at the moment of the press, and says so. */
export function CopyButton({ label, read }: { label: string; read: () => string }) {
  const text = useText();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <IconButton
      label={isCopied ? text("common.copied") : label}
      onClick={() => void copyText(read()).then((didCopy) => setIsCopied(didCopy))}
    >
      {isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
    </IconButton>
  );
}
