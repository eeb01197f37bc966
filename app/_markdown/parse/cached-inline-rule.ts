import type { StateCore } from "markdown-it";
import type { MarkdownEnv } from "./markdown-env.ts";

/**
 * markdown-it core rule in place of its inline one: text that the last parse of the same tail has seen keeps its tokens,
 * so that a long list or table costs its last line. Text with a bracket may hang on link references: it is parsed.
 */
export function cachedInlineRule(state: StateCore): void {
  const env = state.env as MarkdownEnv;
  for (const token of state.tokens) {
    if (token.type !== "inline") continue;
    const known = token.meta === null ? env.knownInlines.get(token.content) : undefined;
    if (known === undefined) state.md.inline.parse(token.content, state.md, env, (token.children ??= []));
    else token.children = known;
    const isIndependent = token.meta === null && !token.content.includes("[");
    if (isIndependent && token.children !== null) env.inlines.set(token.content, token.children);
  }
}
