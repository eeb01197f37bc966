/** The longest text, in UTF-16 units, that one message of a person may hold. */
export const MESSAGE_TEXT_LENGTH_MAX = 400_000;
