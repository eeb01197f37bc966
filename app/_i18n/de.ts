import type { Catalogue } from "./catalogue.ts";
import { admin } from "./de/admin.ts";
import { chat } from "./de/chat.ts";
import { common } from "./de/common.ts";
import { connections } from "./de/connections.ts";
import { entry } from "./de/entry.ts";
import { markdown } from "./de/markdown.ts";
import { palette } from "./de/palette.ts";
import { settings } from "./de/settings.ts";
import { sidebar } from "./de/sidebar.ts";

/** Every visible text in German. */
export const de: Catalogue = {
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
