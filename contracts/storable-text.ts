/**
 * The text without what PostgreSQL's jsonb cannot hold: NUL is left out, half a surrogate pair
 * becomes U+FFFD. Returns the same string where there is nothing to mend.
 */
export function storableText(text: string): string {
  return (text.includes("\0") ? text.replaceAll("\0", "") : text).toWellFormed();
}
