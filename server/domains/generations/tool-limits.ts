/** So often one answer may call tools and read their results; then it has to do with what it has. */
export const ROUNDS_MAX = 8;

/** So many tools one round may call. */
export const CALLS_MAX = 16;

/** The longest input of a call that is looked at, in UTF-16 units. */
export const INPUT_LENGTH_MAX = 50_000;

/** So long a tool may take. */
export const TOOL_TIMEOUT_MS = 15_000;
