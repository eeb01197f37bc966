import { admin } from "./en/admin.ts";
import { chat } from "./en/chat.ts";
import { common } from "./en/common.ts";
import { connections } from "./en/connections.ts";
import { entry } from "./en/entry.ts";
import { markdown } from "./en/markdown.ts";
import { palette } from "./en/palette.ts";
import { settings } from "./en/settings.ts";
import { sidebar } from "./en/sidebar.ts";

/** Every visible text in English: the catalogue that the others follow. */
export const en = {
  ...admin,
  ...chat,
  ...common,
  ...connections,
  ...entry,
  ...markdown,
  ...palette,
  ...settings,
  ...sidebar,
};
