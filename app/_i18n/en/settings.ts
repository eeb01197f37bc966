/** The texts of the settings, in English; sorted by key. */
export const settings = {
  "settings.title": "Settings",
};
