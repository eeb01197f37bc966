import { Image as ImageIcon } from "lucide-react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { isInlineImage, safeAddress } from "./parse/safe-address.ts";

/**
 * An image of an answer. A remote one is never fetched (its address could carry the conversation out): it is a link
 * with its description and host. Only inline raster pictures are shown.
 */
export function SafeImage({ address, description }: { address: string; description: string }) {
  const text = useText();
  if (isInlineImage(address)) return <img src={address} alt={description} loading="lazy" decoding="async" />;
  const safe = safeAddress(address);
  if (safe === null) return <span className="markdown-dead-link">{description}</span>;
  const origin = text("markdown.imageFrom", { host: new URL(safe).host });
  return (
    <a className="markdown-image-link" href={safe} title={safe} target="_blank" rel="noopener noreferrer nofollow">
      <ImageIcon aria-hidden />
      {description === "" ? origin : `${description} · ${origin}`}
    </a>
  );
}
