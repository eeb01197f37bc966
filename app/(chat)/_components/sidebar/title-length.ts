/** The longest title, in UTF-16 units; the same as the contract's, which would bring zod along. */
export const CONVERSATION_TITLE_LENGTH_MAX = 200;
