import type { Settings } from "#contracts/settings.ts";
import { LANGUAGE_COOKIE } from "#app/_i18n/language.ts";
import { THEME_COOKIE } from "./theme.ts";
import { readCookie } from "./read-cookie.ts";
import { writeCookie } from "./write-cookie.ts";

/**
 * Makes this browser look as the settings say, now and at its next first paint. True where the
 * language changed, which only the server can show.
 */
export function applyAppearance({ theme, language }: Pick<Settings, "theme" | "language">): boolean {
  writeCookie(THEME_COOKIE, theme === "system" ? null : theme);
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  if (readCookie(LANGUAGE_COOKIE) === language) return false;
  writeCookie(LANGUAGE_COOKIE, language);
  return true;
}
