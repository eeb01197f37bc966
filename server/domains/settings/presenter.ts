import type { Settings } from "#contracts/settings.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";

/** The stored settings; the defaults where nothing was ever stored. */
export function presentSettings(stored: Settings | null): Settings {
  return stored ?? DEFAULT_SETTINGS;
}
