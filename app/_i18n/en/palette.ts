/** The texts of the command palette and the list of shortcuts, in English; sorted by key. */
export const palette = {
  "palette.title": "Command palette",
};
