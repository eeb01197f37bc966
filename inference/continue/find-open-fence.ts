const FENCE_LINE = /^[\s>]*(`{3,}|~{3,})(.*)$/;

/** The fence of the block of code in which a Markdown text stops, such as three backticks; null where it stops in none. */
export function findOpenFence(text: string): string | null {
  let open: string | null = null;
  for (const line of text.split("\n")) {
    const [, fence, language = ""] = FENCE_LINE.exec(line) ?? [];
    if (fence === undefined) continue;
    if (open === null) open = language.includes("`") ? null : fence;
    else if (fence.startsWith(open) && language.trim() === "") open = null;
  }
  return open;
}
