import type { Theme } from "#contracts/settings.ts";

/** The cookie that remembers light or dark for the first paint; without it the system decides. */
export const THEME_COOKIE = "theme";

/** The theme that a cookie names; `system` where it names none. */
export function parseTheme(value: string | undefined): Theme {
  return value === "light" || value === "dark" ? value : "system";
}
