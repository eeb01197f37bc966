const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const ALLOWED = /^(?:https?:\/\/|mailto:)/i;
const RASTER_IMAGE = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=]+$/i;

/** Marks, overrides and isolates that make an address read as another one. */
const BIDI_CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|%E2%80%(?:8[EF]|A[A-E])|%E2%81%A[6-9]|%D8%9C/i;

/** Base64 characters of an inline image that is still shown: about 1.5 MB of picture. */
const MAX_IMAGE_LENGTH = 2_000_000;
const MAX_ADDRESS_LENGTH = 2_000;

/**
 * The address to link to, normalised (host in Punycode), or null where it must stay dead text: any scheme but http,
 * https and mailto, relative addresses, credentials before the host, control characters.
 */
export function safeAddress(address: string): string | null {
  if (address.length > MAX_ADDRESS_LENGTH || hasControl(address) || BIDI_CONTROL.test(address)) return null;
  if (!ALLOWED.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.username === "" && url.password === "" ? url.href : null;
}

/** Whether the address is an inline raster picture of bounded size: the only image that is shown without asking. */
export function isInlineImage(address: string): boolean {
  return address.length <= MAX_IMAGE_LENGTH && RASTER_IMAGE.test(address);
}

/**
 * What the Markdown parser takes for a link or image at all. Not yet what may be followed: `safeAddress` decides, and
 * what it refuses is dead as a whole, not up to the character that made it so.
 */
export function isLinkable(address: string): boolean {
  if (isInlineImage(address) || ALLOWED.test(address)) return true;
  return !SCHEME.test(address) && !address.startsWith("//") && !hasControl(address) && !BIDI_CONTROL.test(address);
}

function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) < 32) return true;
  return false;
}
