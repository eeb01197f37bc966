import type { StateCore } from "markdown-it";

/** No paragraph that a person reads is longer; markup in one would cost more than linear time to resolve. */
const MAX_FORMATTED_LENGTH = 16_000;

/** markdown-it core rule before inline parsing: text beyond all measure is shown as it is, so that work stays bounded. */
export function longTextRule(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type === "inline" && token.content.length > MAX_FORMATTED_LENGTH) token.type = "plain_text";
  }
}
