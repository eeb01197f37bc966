/** The longest result of a tool, in UTF-16 units, that a model is told and a message holds. */
export const TOOL_OUTPUT_LENGTH_MAX = 100_000;
