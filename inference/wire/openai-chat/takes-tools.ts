/** Since this version models think unless told not to. */
const THINKS_BY_DEFAULT = /^gpt-(5\.[4-9]|[6-9]|\d{2})/;

/** These think where they are told how much. */
const THINKS_WHEN_TOLD = /^gpt-5\.[123]/;

/**
 * When chat completions take tools for a model of OpenAI's: its newer models they refuse them while these think.
 * `untold`: as long as nothing is said of thinking. `unthinking`: only where thinking is forbidden, which not all allow.
 */
export function takesTools(modelName: string): "always" | "untold" | "unthinking" {
  if (THINKS_BY_DEFAULT.test(modelName)) return "unthinking";
  return THINKS_WHEN_TOLD.test(modelName) ? "untold" : "always";
}
