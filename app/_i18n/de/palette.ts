/** The texts of the command palette and the list of shortcuts, in German; sorted by key. */
export const palette = {
  "palette.title": "Befehle",
};
