/** The texts of the settings, in German; sorted by key. */
export const settings = {
  "settings.title": "Einstellungen",
};
