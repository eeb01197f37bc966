/** From asking to the first token, in milliseconds, one an answer. */
export type FirstTokens = { gateway: readonly number[]; provider: readonly number[] };
